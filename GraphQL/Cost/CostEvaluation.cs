using Jobs.GraphQL.Execution;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Cost;

/// <summary>One request's values for what a cost depends on, each computed once however often it is used.</summary>
internal sealed class CostEvaluation(InputCosts inputs, CoercedVariables variables, int fragments)
{
    private Dictionary<string, double>? _byVariable;

    public CoercedVariables Variables { get; } = variables;

    public InputCosts Inputs { get; } = inputs;

    /// <summary>The costs of fragments, inner ones first.</summary>
    public SelectionCost[] Fragments { get; } = fragments == 0 ? [] : new SelectionCost[fragments];

    public bool IsTrue(string variable) => Variables.Has(variable) && Variables[variable] is true;

    /// <summary>What is in a variable's value; its type is the same wherever it is used.</summary>
    public double CostWithin(string variable, TypeDefinition type)
    {
        if (!Variables.Has(variable)) return 0; // Where an item of a list has no value, the item is null.
        _byVariable ??= new Dictionary<string, double>(StringComparer.Ordinal);
        if (_byVariable.TryGetValue(variable, out var known)) return known;
        var cost = Variables.SourceOf(variable) switch
        {
            ({ } literal, _) => Inputs.Within(literal, type, this),
            (null, var json) => Inputs.Within(json, type),
        };
        return _byVariable[variable] = cost;
    }
}
