using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>Root fields of mutations and subscriptions are neither deferred nor streamed.</summary>
/// <remarks>https://github.com/graphql/graphql-spec/pull/1110</remarks>
internal sealed class IncrementalRootFields : ValidationRule
{
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);

    public override void EnterOperation(OperationDefinitionNode operation, ValidationContext context)
    {
        if (operation.Operation == OperationType.Query || context.RootType(operation.Operation) is not { } rootType) return;
        var place = $"cannot be used on root {(operation.Operation == OperationType.Mutation ? "mutation" : "subscription")} "
            + $"type \"{rootType}\".";
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var isValid = true;
        var toRead = new Stack<SelectionNode>(operation.SelectionSet.Selections.Reverse());
        while (toRead.TryPop(out var selection)) // No recursion: fragments can spread each other in a long chain.
        {
            context.Fragments.Spend(1);
            if (selection is FragmentSpreadNode spread
                && (context.Fragments.Find(spread.Name.Value) is null || !visited.Add(spread.Name.Value))) continue;
            var name = selection is FieldNode ? IncrementalDirectives.StreamName : IncrementalDirectives.DeferName;
            if (IncrementalDirectives.Find(selection, name) is { } directive)
            {
                isValid = false;
                context.Report($"{(selection is FieldNode ? "Stream" : "Defer")} directive {place}", directive);
            }

            foreach (var inner in Inner(selection, context)?.Selections.Reverse() ?? [])
                toRead.Push(inner);
        }

        if (isValid) _checked.UnionWith(visited);
    }

    private SelectionSetNode? Inner(SelectionNode selection, ValidationContext context) => selection switch
    {
        InlineFragmentNode inline => inline.SelectionSet,
        FragmentSpreadNode spread when !_checked.Contains(spread.Name.Value) =>
            context.Fragments.Find(spread.Name.Value)?.SelectionSet,
        _ => null,
    };
}
