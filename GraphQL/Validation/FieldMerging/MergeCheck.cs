using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Validation.FieldMerging;

/// <summary>
/// Answers whether all fields of a document can be merged without comparing all pairs: fields that meet at one place of the
/// response are grouped, each is compared with the first of its group, and the selections inside a group are one question again.
/// </summary>
/// <remarks>
/// "The same shape" and "the same field" are equivalences, so the first can stand for all. A question is the set of selection
/// sets that meet; each is asked once, which makes fragments that spread fragments twice at every level cheap. The answer is
/// exact. The idea is Simon Adameit's: https://github.com/sangria-graphql/sangria/pull/12
/// </remarks>
internal sealed class MergeCheck(SelectionReader reader, StepLimit limit)
{
    private readonly Queue<(bool OnlyShape, List<SelectedFields> Sets)> _questions = [];
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>The first conflict that comes up, or null: the fields of every set can be merged.</summary>
    public FieldConflict? FindAny(IEnumerable<SelectedFields> sets)
    {
        var covered = new HashSet<SelectedFields>();
        foreach (var set in SpreadingFirst(sets))
        {
            if (covered.Contains(set)) continue; // All that it selects met in a larger set already.
            var reached = Reach([set]);
            covered.UnionWith(reached);
            Ask(onlyShape: true, reached);
            Ask(onlyShape: false, reached);
            while (_questions.TryDequeue(out var question))
            {
                if (Answer(question.OnlyShape, question.Sets) is { } conflict) return conflict;
            }
        }

        return null;
    }

    /// <summary>Each set before the fragments that it spreads, as far as they do not form cycles.</summary>
    private List<SelectedFields> SpreadingFirst(IEnumerable<SelectedFields> sets)
    {
        var order = new List<SelectedFields>();
        var seen = new HashSet<SelectedFields>();
        var open = new Stack<(SelectedFields Set, int NextFragment)>();
        foreach (var set in sets)
        {
            if (seen.Add(set)) open.Push((set, 0));
            while (open.TryPop(out var top))
            {
                if (top.NextFragment == top.Set.Fragments.Count)
                {
                    order.Add(top.Set);
                    continue;
                }

                open.Push((top.Set, top.NextFragment + 1));
                var next = reader.Read(top.Set.Fragments[top.NextFragment]);
                if (seen.Add(next)) open.Push((next, 0));
            }
        }

        order.Reverse();
        return order;
    }

    /// <summary>The sets and those of all fragments that they spread, directly or through others.</summary>
    private HashSet<SelectedFields> Reach(IReadOnlyCollection<SelectedFields> sets)
    {
        var reached = new HashSet<SelectedFields>(sets);
        var toExpand = new Stack<SelectedFields>(reached);
        while (toExpand.TryPop(out var set))
        {
            limit.Spend(1 + set.Fragments.Count);
            foreach (var fragment in set.Fragments)
            {
                if (reader.Read(fragment) is var fields && reached.Add(fields))
                    toExpand.Push(fields);
            }
        }

        return reached;
    }

    /// <summary>Sets without fields of their own are left out: what they spread is one question wherever it is spread.</summary>
    private void Ask(bool onlyShape, HashSet<SelectedFields> sets)
    {
        var question = sets.Where(set => set.ByResponseName.Count > 0).OrderBy(set => set.Id).ToList();
        if (_asked.Add($"{onlyShape}:{string.Join(',', question.Select(set => set.Id))}"))
            _questions.Enqueue((onlyShape, question));
    }

    private FieldConflict? Answer(bool onlyShape, List<SelectedFields> sets)
    {
        var groups = new Dictionary<string, List<SelectedField>>(StringComparer.Ordinal);
        foreach (var (responseName, fields) in sets.SelectMany(set => set.ByResponseName))
        {
            limit.Spend(fields.Count);
            if (!groups.TryGetValue(responseName, out var group))
                groups[responseName] = group = [];
            group.AddRange(fields);
        }

        foreach (var group in groups.Values)
        {
            if (group.Count == 1) continue; // What is inside a lone field is a set of its own.
            if ((onlyShape ? CheckShape(group) : CheckFields(group)) is { } conflict) return conflict;
        }

        return null;
    }

    private FieldConflict? CheckShape(List<SelectedField> group)
    {
        foreach (var field in group.Skip(1))
        {
            if (FieldConflict.OfStreams(group[0], field, limit) is { } conflict) return conflict;
        }

        if (group.Find(field => field.Definition is not null) is { } first)
        {
            foreach (var field in group)
            {
                if (FieldConflict.OfTypes(first, field) is { } conflict) return conflict;
            }
        }

        AskInside(onlyShape: true, group);
        return null;
    }

    /// <summary>Fields on two different object types never meet in one response: they may ask for different things.</summary>
    private FieldConflict? CheckFields(List<SelectedField> group)
    {
        var onAnyObject = group.Where(field => field.ParentType is not ObjectType).ToList();
        var byObjectType = group.Where(field => field.ParentType is ObjectType).GroupBy(field => field.ParentType).ToList();
        if (byObjectType.Count == 0) return CheckSameField(onAnyObject);
        foreach (var fields in byObjectType)
        {
            if (CheckSameField([.. onAnyObject, .. fields]) is { } conflict) return conflict;
        }

        return null;
    }

    private FieldConflict? CheckSameField(List<SelectedField> fields)
    {
        limit.Spend(fields.Count);
        foreach (var field in fields.Skip(1))
        {
            if (FieldConflict.OfFields(fields[0], field, limit) is { } conflict) return conflict;
        }

        if (fields.Count > 1) AskInside(onlyShape: false, fields);
        return null;
    }

    private void AskInside(bool onlyShape, List<SelectedField> fields)
    {
        var inside = fields.Select(reader.ReadInside).OfType<SelectedFields>().ToList();
        if (inside.Count > 1) Ask(onlyShape, Reach(inside));
    }
}
