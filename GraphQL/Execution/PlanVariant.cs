using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>An operation's plan for one combination of the values that its <c>@skip</c> and <c>@include</c> depend on.</summary>
/// <remarks>So execution meets no condition, and the order of the response's keys is always that of CollectFields.</remarks>
internal sealed class PlanVariant
{
    private readonly IReadOnlyDictionary<string, bool?> _conditions;

    public PlanVariant(
        GraphQLSchema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
        IReadOnlyDictionary<string, bool?> conditions)
    {
        (Schema, Fragments, _conditions) = (schema, fragments, conditions);
    }

    public GraphQLSchema Schema { get; }

    public IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments { get; }

    /// <summary>Whether the directives of a selection let it take part.</summary>
    /// <remarks>https://spec.graphql.org/September2025/#CollectFields()</remarks>
    public bool Includes(SelectionNode selection)
    {
        foreach (var directive in selection.Directives)
        {
            var excludingValue = directive.Name.Value switch { "skip" => true, "include" => false, _ => (bool?)null };
            if (excludingValue is not null && Condition(directive) == excludingValue) return false;
        }

        return true;
    }

    private bool Condition(DirectiveNode directive)
    {
        var value = directive.Arguments[0].Value;
        if (value is BooleanValueNode constant) return constant.Value;
        var name = ((VariableNode)value).Name.Value;
        if (_conditions.GetValueOrDefault(name) is { } condition) return condition;
        throw new FieldException(
            $"Argument \"@{directive.Name.Value}(if:)\" has invalid value: "
            + $"Expected variable \"${name}\" provided to non-null type \"Boolean!\" not to be null.",
            value);
    }
}
