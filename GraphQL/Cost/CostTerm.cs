using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Cost;

/// <summary>A part of an operation's cost that is known once the variables are.</summary>
internal abstract class CostTerm
{
    public abstract SelectionCost Evaluate(CostEvaluation evaluation);
}

/// <summary>A selection set: what is known already, and what is not.</summary>
internal sealed class SumTerm(SelectionCost known, IReadOnlyList<CostTerm> terms) : CostTerm
{
    public SelectionCost Known { get; } = known;

    public bool IsKnown => terms.Count == 0;

    public override SelectionCost Evaluate(CostEvaluation evaluation)
    {
        var sum = Known;
        foreach (var term in terms) sum += term.Evaluate(evaluation);
        return sum;
    }
}

/// <summary>A field with everything in it, as often as its list is long.</summary>
internal sealed class FieldTerm(
    FieldNode node, InputValueDefinitions arguments, FieldCosts costs, bool isSizedByParent, bool isList, SumTerm? inside)
    : CostTerm
{
    public override SelectionCost Evaluate(CostEvaluation evaluation)
    {
        var own = new OperationCost(
            Math.Max(0, costs.Weight + evaluation.Inputs.Of(arguments, node.Arguments, evaluation)), 0);
        var size = costs.ListSize?.SizeOf(node, evaluation.Variables) ?? costs.Length;
        var within = inside?.Evaluate(evaluation) ?? default;
        var each = new OperationCost(0, costs.TypeWeight) + within.Fixed + Math.Max(0, size) * within.PerItem;
        if (isSizedByParent) return new SelectionCost(own, each);
        return new SelectionCost(own + (isList ? Math.Max(0, size) : 1) * each, default);
    }
}

/// <summary>Of the fragments on several types that a value may have, only those on one count: the dearest.</summary>
internal sealed class MaxTerm(IReadOnlyList<SumTerm> terms) : CostTerm
{
    public override SelectionCost Evaluate(CostEvaluation evaluation)
    {
        var max = default(SelectionCost);
        foreach (var term in terms) max = SelectionCost.Max(max, term.Evaluate(evaluation));
        return max;
    }
}

/// <summary>A selection that a variable takes in or leaves out.</summary>
internal sealed class ConditionTerm(string variable, bool includingValue, CostTerm term) : CostTerm
{
    public override SelectionCost Evaluate(CostEvaluation evaluation) =>
        evaluation.IsTrue(variable) == includingValue ? term.Evaluate(evaluation) : default;
}

/// <summary>A fragment, evaluated once for all its spreads.</summary>
internal sealed class FragmentTerm(int index) : CostTerm
{
    public override SelectionCost Evaluate(CostEvaluation evaluation) => evaluation.Fragments[index];
}
