namespace Jobs.Experiments;

/// <summary>What was counted in one arm of an experiment, for one metric.</summary>
/// <param name="VariantKey">The arm's key.</param>
/// <param name="Weight">The arm's share of the participants, in any unit that all arms have in common.</param>
/// <param name="People">People who were shown the arm, each once.</param>
/// <param name="Conversions">Those of them for whom the metric happened, each once.</param>
public sealed record ArmCounts(string VariantKey, double Weight, long People, long Conversions)
{
    /// <summary>Conversions per person, 0 to 1; 0 where nobody was counted.</summary>
    public double Rate => People == 0 ? 0 : (double)Conversions / People;

    /// <summary>Variance of one person's answer, yes or no.</summary>
    internal double Variance => Rate * (1 - Rate);
}
