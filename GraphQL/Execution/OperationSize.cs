using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Execution;

/// <summary>How much an operation selects when every fragment stands where it is spread.</summary>
/// <param name="Depth">Fields within fields.</param>
/// <param name="Fields">Fields altogether; two fragments that each spread the next twice double it at every step.</param>
/// <param name="Aliases">Fields that are given another name.</param>
/// <param name="TopFields">Fields that are not within another one: for an operation its root fields.</param>
internal readonly record struct OperationSize(int Depth, long Fields, long Aliases, long TopFields)
{
    private const long CountMax = long.MaxValue / 4;

    /// <summary>Needs no schema and no valid document: a fragment within itself counts as empty there.</summary>
    public static IEnumerable<(OperationDefinitionNode Operation, OperationSize Size)> OfEach(DocumentNode document)
    {
        var fragments = new Dictionary<string, FragmentDefinitionNode>(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
            fragments[fragment.Name.Value] = fragment;
        var known = MeasureAll(fragments);
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
            yield return (operation, Measure(operation.SelectionSet, known));
    }

    private static Dictionary<string, OperationSize> MeasureAll(Dictionary<string, FragmentDefinitionNode> fragments)
    {
        var known = new Dictionary<string, OperationSize>(StringComparer.Ordinal);
        var entered = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(fragments.Keys);
        while (open.TryPeek(out var name)) // Inner fragments first, without recursion: a chain of fragments may be long.
        {
            var fragment = fragments[name];
            if (entered.Add(name))
            {
                foreach (var inner in Spreads(fragment.SelectionSet))
                {
                    if (fragments.ContainsKey(inner) && !entered.Contains(inner)) open.Push(inner);
                }

                continue;
            }

            open.Pop();
            if (!known.ContainsKey(name)) known[name] = Measure(fragment.SelectionSet, known);
        }

        return known;
    }

    private static OperationSize Measure(SelectionSetNode? selectionSet, Dictionary<string, OperationSize> fragments)
    {
        var size = default(OperationSize);
        foreach (var selection in selectionSet?.Selections ?? [])
        {
            size += selection switch
            {
                FieldNode field => Around(field, Measure(field.SelectionSet, fragments)),
                InlineFragmentNode inline => Measure(inline.SelectionSet, fragments),
                FragmentSpreadNode spread => fragments.GetValueOrDefault(spread.Name.Value),
                _ => default,
            };
        }

        return size;
    }

    private static OperationSize Around(FieldNode field, OperationSize beneath) =>
        new(beneath.Depth + 1, beneath.Fields + 1, beneath.Aliases + (field.Alias is null ? 0 : 1), 1);

    public static OperationSize operator +(OperationSize one, OperationSize other) => new(
        Math.Max(one.Depth, other.Depth),
        Math.Min(CountMax, one.Fields + other.Fields),
        Math.Min(CountMax, one.Aliases + other.Aliases),
        Math.Min(CountMax, one.TopFields + other.TopFields));

    private static IEnumerable<string> Spreads(SelectionSetNode selectionSet)
    {
        var open = new Stack<SelectionSetNode>([selectionSet]);
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                if (selection is FragmentSpreadNode spread)
                    yield return spread.Name.Value;
                else if (((selection as FieldNode)?.SelectionSet ?? (selection as InlineFragmentNode)?.SelectionSet) is { } inner)
                    open.Push(inner);
            }
        }
    }
}
