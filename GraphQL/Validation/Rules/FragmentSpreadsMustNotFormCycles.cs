using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>No fragment contains itself, directly or through others.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles</remarks>
internal sealed class FragmentSpreadsMustNotFormCycles : ValidationRule
{
    /// <summary>A longer cycle is told by its beginning: a document can hold thousands of such cycles.</summary>
    private const int MaxSpreadsTold = 50;

    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _depthByName = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadNode> _path = [];

    public override void EnterFragment(FragmentDefinitionNode fragment, ValidationContext context)
    {
        if (_visited.Contains(fragment.Name.Value)) return;
        // Depth first with a stack of its own: a chain can be as long as the document has fragments.
        var open = new Stack<(FragmentDefinitionNode Fragment, int NextSpread)>();
        Open(fragment);
        while (open.TryPop(out var top))
        {
            var spreads = context.Fragments.SpreadsIn(top.Fragment);
            if (top.NextSpread == spreads.Count)
            {
                _depthByName.Remove(top.Fragment.Name.Value);
                if (open.Count > 0) _path.RemoveAt(_path.Count - 1);
                continue;
            }

            open.Push((top.Fragment, top.NextSpread + 1));
            Follow(spreads[top.NextSpread]);
        }

        void Open(FragmentDefinitionNode next)
        {
            _visited.Add(next.Name.Value);
            _depthByName[next.Name.Value] = _path.Count;
            open.Push((next, 0));
        }

        void Follow(FragmentSpreadNode spread)
        {
            var name = spread.Name.Value;
            if (_depthByName.TryGetValue(name, out var depth))
                Report(spread, [.. _path.Skip(depth).Append(spread).Take(MaxSpreadsTold)], context);
            else if (context.Fragments.Find(name) is { } next && !_visited.Contains(name))
            {
                _path.Add(spread);
                Open(next);
            }
        }
    }

    private static void Report(FragmentSpreadNode closing, FragmentSpreadNode[] cycle, ValidationContext context)
    {
        var via = string.Join(", ", cycle.Where(spread => spread != closing).Select(spread => $"\"{spread.Name.Value}\""));
        context.Report(
            $"Cannot spread fragment \"{closing.Name.Value}\" within itself{(via.Length == 0 ? "" : $" via {via}")}.", cycle);
    }
}
