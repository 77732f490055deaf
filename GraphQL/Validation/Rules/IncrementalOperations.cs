using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>In a subscription nothing is deferred or streamed, unless a condition can switch it off.</summary>
/// <remarks>https://github.com/graphql/graphql-spec/pull/1110</remarks>
internal sealed class IncrementalOperations : ValidationRule
{
    private const int MaxDepth = 500;

    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadNode> _spreads = [];

    public override void EnterOperation(OperationDefinitionNode operation, ValidationContext context)
    {
        if (operation.Operation != OperationType.Subscription) return;
        var visited = new HashSet<string>(StringComparer.Ordinal);
        if (IsAllowed(operation.SelectionSet, visited, context)) _checked.UnionWith(visited);
    }

    private bool IsAllowed(SelectionSetNode selections, HashSet<string> visited, ValidationContext context)
    {
        var isAllowed = true;
        foreach (var selection in selections.Selections)
        {
            context.Fragments.Spend(1);
            if (selection.Directives.Any(MayLeaveOut)) continue;
            foreach (var directive in selection.Directives)
                isAllowed &= IsAllowed(directive, context);
            isAllowed &= IsAllowedWithin(selection, visited, context);
        }

        return isAllowed;
    }

    private bool IsAllowedWithin(SelectionNode selection, HashSet<string> visited, ValidationContext context)
    {
        if (selection is not FragmentSpreadNode spread)
        {
            var inner = (selection as FieldNode)?.SelectionSet ?? (selection as InlineFragmentNode)?.SelectionSet;
            return inner is null || IsAllowed(inner, visited, context);
        }

        var name = spread.Name.Value;
        if (_checked.Contains(name) || !visited.Add(name) || context.Fragments.Find(name) is not { } fragment) return true;
        if (_spreads.Count == MaxDepth) return true; // Beyond, the limits on fragments have their say.
        _spreads.Add(spread);
        var isAllowed = IsAllowed(fragment.SelectionSet, visited, context);
        _spreads.RemoveAt(_spreads.Count - 1);
        return isAllowed;
    }

    private bool IsAllowed(DirectiveNode directive, ValidationContext context)
    {
        var name = directive.Name.Value;
        if (name is not (IncrementalDirectives.DeferName or IncrementalDirectives.StreamName)) return true;
        if (IncrementalDirectives.ArgumentOf(directive, "if") is VariableNode or BooleanValueNode { Value: false }) return true;
        var subject = name == IncrementalDirectives.DeferName ? "Defer" : "Stream";
        context.Report(
            $"{subject} directive not supported on subscription operations. Disable `@{name}` by setting the `if` argument to "
            + "`false`.",
            [directive, .. Enumerable.Reverse(_spreads)]);
        return false;
    }

    private static bool MayLeaveOut(DirectiveNode directive) => directive.Name.Value switch
    {
        "skip" => IncrementalDirectives.ArgumentOf(directive, "if") is not BooleanValueNode { Value: false },
        "include" => IncrementalDirectives.ArgumentOf(directive, "if") is not (null or BooleanValueNode { Value: true }),
        _ => false,
    };
}
