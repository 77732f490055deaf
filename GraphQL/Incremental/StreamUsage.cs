using System.Globalization;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Incremental;

/// <summary>A <c>@stream</c> of a plan that is in force.</summary>
/// <param name="field">The list.</param>
/// <param name="directive">How it is streamed.</param>
/// <param name="problem">Why its condition cannot be evaluated.</param>
internal sealed class StreamUsage(FieldNode field, DirectiveNode directive, FieldException? problem = null)
{
    private readonly ValueNode? _initialCount = IncrementalDirectives.ArgumentOf(directive, "initialCount");

    public string? Label { get; } = IncrementalDirectives.LabelOf(directive);

    /// <summary>How many items belong to the list at once.</summary>
    /// <exception cref="FieldException">The number is negative or null, or the condition is.</exception>
    public int InitialCountFor(CoercedVariables variables)
    {
        if (problem is not null) throw new FieldException(problem.Message, problem.Node);
        var count = _initialCount switch
        {
            IntValueNode literal => int.Parse(literal.Value, CultureInfo.InvariantCulture),
            VariableNode variable when variables.Has(variable.Name.Value) => (int?)variables[variable.Name.Value],
            _ => 0,
        };
        if (count is null)
        {
            throw new FieldException(
                $"Argument \"@stream(initialCount:)\" has invalid value: Expected variable \"{LiteralText.Of(_initialCount!)}\" "
                + "provided to non-null type \"Int!\" not to be null.",
                _initialCount);
        }

        return count >= 0 ? count.Value : throw new FieldException("initialCount must be a positive integer", field);
    }
}
