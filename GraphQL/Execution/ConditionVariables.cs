using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Execution;

/// <summary>The variables that decide about selections in an operation and its document's fragments, and how much.</summary>
/// <remarks>Those of <c>@skip</c> and <c>@include</c>, and the conditions of <c>@defer</c> and <c>@stream</c>.</remarks>
internal static class ConditionVariables
{
    public static IReadOnlyList<string> Of(OperationDefinitionNode operation, IEnumerable<FragmentDefinitionNode> fragments)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Collect(operation.SelectionSet, names);
        foreach (var fragment in fragments)
            Collect(fragment.SelectionSet, names);
        return [.. names];
    }

    /// <summary>The parser limits how deep this can go.</summary>
    private static void Collect(SelectionSetNode? selectionSet, SortedSet<string> names)
    {
        if (selectionSet is null) return;
        foreach (var selection in selectionSet.Selections)
        {
            foreach (var directive in selection.Directives)
            {
                if (directive.Name.Value
                    is "skip" or "include" or IncrementalDirectives.DeferName or IncrementalDirectives.StreamName
                    && IncrementalDirectives.ArgumentOf(directive, "if") is VariableNode variable)
                    names.Add(variable.Name.Value);
            }

            Collect(SelectionSetOf(selection), names);
        }
    }

    private static SelectionSetNode? SelectionSetOf(SelectionNode selection) => selection switch
    {
        FieldNode field => field.SelectionSet,
        InlineFragmentNode inline => inline.SelectionSet,
        _ => null,
    };
}
