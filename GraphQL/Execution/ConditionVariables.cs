using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Execution;

/// <summary>The variables that <c>@skip</c> and <c>@include</c> in an operation and its document's fragments depend on.</summary>
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
                if (directive is { Name.Value: "skip" or "include", Arguments: [{ Value: VariableNode variable }, ..] })
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
