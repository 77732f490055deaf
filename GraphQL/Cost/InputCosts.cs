using System.Text.Json;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Cost;

/// <summary>What arguments cost: the weight of each that is given, and of each input field in its value.</summary>
/// <remarks>https://ibm.github.io/graphql-specs/cost-spec.html#sec-Field-Cost</remarks>
internal sealed class InputCosts(SchemaCosts costs)
{
    /// <summary>Whether the cost is the same in each request.</summary>
    public bool AreConstant(InputValueDefinitions definitions, IReadOnlyList<ArgumentNode> given)
    {
        foreach (var argument in given)
        {
            if (definitions.Find(argument.Name.Value) is not { } definition) continue;
            var depends = argument.Value is VariableNode || costs.HasCostlyFields(definition.Type.NamedType);
            if (depends && IsCostly(definition) && LiteralVariables.AreIn(argument.Value)) return false;
        }

        return true;
    }

    public double Of(InputValueDefinitions definitions, IReadOnlyList<ArgumentNode> given, CostEvaluation evaluation)
    {
        var sum = 0.0;
        foreach (var argument in given)
        {
            if (definitions.Find(argument.Name.Value) is { } definition && IsCostly(definition))
                sum += Of(definition, argument.Value, evaluation);
        }

        return sum;
    }

    /// <summary>What the value of a variable costs beyond the weight of the place where it stands.</summary>
    public double Within(JsonElement value, TypeDefinition type)
    {
        if (!costs.HasCostlyFields(type)) return 0;
        if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray().Sum(item => Within(item, type));
        if (value.ValueKind != JsonValueKind.Object || type is not InputObjectType input) return 0;
        var sum = 0.0;
        foreach (var member in value.EnumerateObject())
        {
            if (input.Fields.Find(member.Name) is { } field && IsCostly(field))
                sum += costs.Of(field) + Within(member.Value, field.Type.NamedType);
        }

        return sum;
    }

    public double Within(ValueNode literal, TypeDefinition type, CostEvaluation evaluation)
    {
        if (!costs.HasCostlyFields(type)) return 0;
        return literal switch
        {
            VariableNode variable => evaluation.CostWithin(variable.Name.Value, type),
            ListValueNode list => list.Items.Sum(item => Within(item, type, evaluation)),
            ObjectValueNode value when type is InputObjectType input => value.Fields.Sum(field =>
                input.Fields.Find(field.Name.Value) is { } definition ? Of(definition, field.Value, evaluation) : 0),
            _ => 0,
        };
    }

    private double Of(InputValueDefinition definition, ValueNode literal, CostEvaluation evaluation) =>
        literal is VariableNode variable && !evaluation.Variables.Has(variable.Name.Value)
            ? 0 : costs.Of(definition) + Within(literal, definition.Type.NamedType, evaluation);

    private bool IsCostly(InputValueDefinition definition) =>
        costs.Of(definition) != 0 || costs.HasCostlyFields(definition.Type.NamedType);
}
