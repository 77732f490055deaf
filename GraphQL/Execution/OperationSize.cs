using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Execution;

/// <summary>How much an operation selects when every fragment stands where it is spread.</summary>
/// <param name="Depth">Fields within fields.</param>
/// <param name="Fields">Fields altogether; two fragments that each spread the next twice double it at every step.</param>
internal readonly record struct OperationSize(int Depth, long Fields)
{
    private const long FieldsMax = long.MaxValue / 4;

    public static OperationSize Of(
        OperationDefinitionNode operation, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
    {
        var known = new Dictionary<string, OperationSize>(StringComparer.Ordinal);
        var open = new Stack<string>(Spreads(operation.SelectionSet));
        while (open.TryPeek(out var name)) // Inner fragments first, without recursion: a chain of fragments may be long.
        {
            if (known.ContainsKey(name) || !fragments.TryGetValue(name, out var fragment))
            {
                open.Pop();
                continue;
            }

            var missing = Spreads(fragment.SelectionSet)
                .Where(inner => !known.ContainsKey(inner) && fragments.ContainsKey(inner)).ToList();
            if (missing.Count == 0)
                known[open.Pop()] = Measure(fragment.SelectionSet, known);
            else
                missing.ForEach(open.Push);
        }

        return Measure(operation.SelectionSet, known);
    }

    private static OperationSize Measure(SelectionSetNode? selectionSet, Dictionary<string, OperationSize> fragments)
    {
        var (depth, fields) = (0, 0L);
        foreach (var selection in selectionSet?.Selections ?? [])
        {
            var inner = selection switch
            {
                FieldNode field => Measure(field.SelectionSet, fragments) is var beneath
                    ? new OperationSize(beneath.Depth + 1, beneath.Fields + 1)
                    : default,
                InlineFragmentNode inline => Measure(inline.SelectionSet, fragments),
                FragmentSpreadNode spread => fragments.GetValueOrDefault(spread.Name.Value),
                _ => default,
            };
            (depth, fields) = (Math.Max(depth, inner.Depth), Math.Min(FieldsMax, fields + inner.Fields));
        }

        return new OperationSize(depth, fields);
    }

    private static IEnumerable<string> Spreads(SelectionSetNode? selectionSet) =>
        (selectionSet?.Selections ?? []).SelectMany(selection => selection switch
        {
            FieldNode field => Spreads(field.SelectionSet),
            InlineFragmentNode inline => Spreads(inline.SelectionSet),
            FragmentSpreadNode spread => [spread.Name.Value],
            _ => [],
        });
}
