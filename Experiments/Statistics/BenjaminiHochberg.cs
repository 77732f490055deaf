namespace Jobs.Experiments;

/// <summary>Of many p-values those that count as discoveries, of which no more than a given part is false on average.</summary>
/// <remarks>Benjamini and Hochberg, JRSS B 57 (1995) 289. For lists of exploratory metrics; verdicts use Bonferroni.</remarks>
public static class BenjaminiHochberg
{
    /// <summary>In the order of the p-values.</summary>
    public static IReadOnlyList<bool> Significant(IReadOnlyList<double> pValues, double falseDiscoveryRate = 0.05)
    {
        var ascending = pValues.Order().ToList();
        var discoveries = Enumerable.Range(1, ascending.Count)
            .LastOrDefault(rank => ascending[rank - 1] <= falseDiscoveryRate * rank / ascending.Count);
        return [.. pValues.Select(pValue => discoveries > 0 && pValue <= ascending[discoveries - 1])];
    }
}
