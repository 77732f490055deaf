using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>An operation's plan for one combination of the values that its <c>@skip</c> and <c>@include</c> depend on.</summary>
/// <remarks>So execution meets no condition, and the order of the response's keys is always that of CollectFields.</remarks>
internal sealed class PlanVariant
{
    private readonly IReadOnlyDictionary<string, bool?> _conditions;
    private readonly bool _isIncremental;

    /// <summary>Conditions are the variables that have a value; if not incremental, nothing is deferred or streamed.</summary>
    public PlanVariant(
        GraphQLSchema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
        IReadOnlyDictionary<string, bool?> conditions, bool isIncremental)
    {
        (Schema, Fragments, _conditions, _isIncremental) = (schema, fragments, conditions, isIncremental);
    }

    /// <summary>The same without <c>@defer</c> and <c>@stream</c>.</summary>
    public PlanVariant AtOnce => new(Schema, Fragments, _conditions, isIncremental: false);

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

    /// <summary>The <c>@defer</c> of a fragment, if it is in force.</summary>
    public DirectiveNode? DeferOf(SelectionNode fragment) =>
        _isIncremental ? InForce(IncrementalDirectives.Find(fragment, IncrementalDirectives.DeferName)) : null;

    /// <summary>The <c>@stream</c> of a field, if it is in force.</summary>
    public StreamUsage? StreamOf(FieldNode field)
    {
        if (!_isIncremental) return null;
        if (IncrementalDirectives.Find(field, IncrementalDirectives.StreamName) is not { } directive) return null;
        try
        {
            return InForce(directive) is null ? null : new StreamUsage(field, directive);
        }
        catch (FieldException problem)
        {
            return new StreamUsage(field, directive, problem); // The field's own, not that of the selection around it.
        }
    }

    /// <summary>In force unless told otherwise; a variable without a value tells nothing.</summary>
    private DirectiveNode? InForce(DirectiveNode? directive)
    {
        if (directive is null || IncrementalDirectives.ArgumentOf(directive, "if") is not { } condition) return directive;
        if (condition is VariableNode variable && !_conditions.ContainsKey(variable.Name.Value)) return directive;
        return Condition(directive, condition) ? directive : null;
    }

    private bool Condition(DirectiveNode directive) => Condition(directive, directive.Arguments[0].Value);

    private bool Condition(DirectiveNode directive, ValueNode value)
    {
        if (value is BooleanValueNode constant) return constant.Value;
        var name = ((VariableNode)value).Name.Value;
        if (_conditions.GetValueOrDefault(name) is { } condition) return condition;
        throw new FieldException(
            $"Argument \"@{directive.Name.Value}(if:)\" has invalid value: "
            + $"Expected variable \"${name}\" provided to non-null type \"Boolean!\" not to be null.",
            value);
    }
}
