using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Incremental;

/// <summary>The two directives of incremental delivery; a schema has them if it defines them or the engine adds them.</summary>
/// <remarks>https://github.com/graphql/graphql-spec/pull/1110</remarks>
public static class IncrementalDirectives
{
    public static readonly DirectiveDefinition Defer = new(
        DeferName, "Lets the fragment arrive after the rest of the response.",
        new InputValueDefinitions([If("Deferred when true."), Label()]),
        [DirectiveLocations.FragmentSpread, DirectiveLocations.InlineFragment], isRepeatable: false);

    public static readonly DirectiveDefinition Stream = new(
        StreamName, "Lets the items of the list arrive one after the other.",
        new InputValueDefinitions([InitialCount(), If("Streamed when true."), Label()]),
        [DirectiveLocations.Field], isRepeatable: false);

    public static IReadOnlyList<DirectiveDefinition> All { get; } = [Defer, Stream];

    internal const string DeferName = "defer";
    internal const string StreamName = "stream";

    /// <summary>Whether an operation or one of its document's fragments uses them.</summary>
    internal static bool AreIn(OperationDefinitionNode operation, IEnumerable<FragmentDefinitionNode> fragments)
    {
        var open = new Stack<SelectionSetNode>(fragments.Select(fragment => fragment.SelectionSet));
        open.Push(operation.SelectionSet);
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                if ((Find(selection, DeferName) ?? Find(selection, StreamName)) is not null) return true;
                if (((selection as FieldNode)?.SelectionSet ?? (selection as InlineFragmentNode)?.SelectionSet) is { } inner)
                    open.Push(inner);
            }
        }

        return false;
    }

    internal static DirectiveNode? Find(SelectionNode selection, string name)
    {
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value == name) return directive;
        }

        return null;
    }

    internal static ValueNode? ArgumentOf(DirectiveNode directive, string name)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument.Name.Value == name) return argument.Value;
        }

        return null;
    }

    /// <summary>Validation lets only static strings pass.</summary>
    internal static string? LabelOf(DirectiveNode directive) => (ArgumentOf(directive, "label") as StringValueNode)?.Value;

    private static InputValueDefinition If(string description) => new(
        "if", description, new NonNullType(BuiltInScalars.Boolean), new BooleanValueNode(Source.None, 0, 0, value: true));

    private static InputValueDefinition Label() => new(
        "label", "A name of its own in the operation, repeated where the rest is announced.", BuiltInScalars.String,
        defaultValue: null);

    private static InputValueDefinition InitialCount() => new(
        "initialCount", "How many items arrive at once.", new NonNullType(BuiltInScalars.Int),
        new IntValueNode(Source.None, 0, 0, "0"));
}
