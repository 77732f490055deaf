using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Cost;

/// <summary>What an operation costs, as far as that can be said before its variables are known.</summary>
internal sealed class CostExpression
{
    private readonly InputCosts _inputs;
    private readonly IReadOnlyList<SumTerm> _fragments;
    private readonly SumTerm _root;
    private readonly double _rootWeight;
    private readonly OperationCost? _known;

    /// <param name="inputs">Computes what arguments cost.</param>
    /// <param name="fragments">Fragments whose cost depends on variables, inner ones first.</param>
    /// <param name="root">The operation's selection set.</param>
    /// <param name="rootWeight">The weight of the operation's type.</param>
    public CostExpression(InputCosts inputs, IReadOnlyList<SumTerm> fragments, SumTerm root, double rootWeight)
    {
        (_inputs, _fragments, _root, _rootWeight) = (inputs, fragments, root, rootWeight);
        if (root.IsKnown) _known = Evaluate(CoercedVariables.None);
    }

    /// <summary>The coordinate of a field that lacks the slicing argument that it needs; null if none does.</summary>
    public string? NotSliced { get; init; }

    public OperationCost Of(CoercedVariables variables) => _known ?? Evaluate(variables);

    private OperationCost Evaluate(CoercedVariables variables)
    {
        var evaluation = new CostEvaluation(_inputs, variables, _fragments.Count);
        for (var i = 0; i < _fragments.Count; i++) evaluation.Fragments[i] = _fragments[i].Evaluate(evaluation);
        return new OperationCost(0, _rootWeight) + _root.Evaluate(evaluation).Fixed;
    }
}
