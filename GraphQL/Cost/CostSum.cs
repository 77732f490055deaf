namespace Jobs.GraphQL.Cost;

/// <summary>Adds up terms; what is known becomes one number at once.</summary>
internal sealed class CostSum
{
    private readonly List<CostTerm> _terms = [];
    private SelectionCost _known;

    public void Add(CostTerm? term, IReadOnlyList<(string Variable, bool IncludingValue)> conditions)
    {
        foreach (var (variable, includingValue) in term is null ? [] : conditions)
            term = new ConditionTerm(variable, includingValue, term!);
        if (term is SumTerm { IsKnown: true } sum) _known += sum.Known;
        else if (term is not null) _terms.Add(term);
    }

    public void AddMax(IReadOnlyList<SumTerm> alternatives)
    {
        if (alternatives.All(each => each.IsKnown))
            _known += alternatives.Aggregate(default(SelectionCost), (max, each) => SelectionCost.Max(max, each.Known));
        else
            _terms.Add(new MaxTerm(alternatives));
    }

    public SumTerm ToTerm() => new(_known, _terms);
}
