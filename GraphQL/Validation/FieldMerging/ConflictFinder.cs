using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Validation.FieldMerging;

/// <summary>
/// Finds every conflicting pair of fields by comparing pairs, the way the reference implementation does, so that errors read
/// the same. Only asked once <see cref="MergeCheck"/> has found that there is a conflict.
/// </summary>
/// <remarks>Pairs can be many and nest deep through fragments, so steps and depth are limited: beyond, it aborts.</remarks>
internal sealed class ConflictFinder(SelectionReader reader, StepLimit limit)
{
    /// <summary>Fragments follow each other as often as a document has any, whatever the parser's limit on depth.</summary>
    private const int MaxDepth = 500;

    /// <summary>Compared pairs; the value says whether their fields were taken to be mutually exclusive.</summary>
    private readonly Dictionary<(SelectedFields, FragmentDefinitionNode), bool> _comparedWithFragment = [];
    private readonly Dictionary<(SelectedFields, SelectedFields), bool> _comparedFragments = [];
    private int _depth;

    /// <summary>One conflict after the other, so that those found before a limit is reached can be told.</summary>
    public IEnumerable<FieldConflict> FindIn(SelectedFields set)
    {
        var conflicts = new List<FieldConflict>();
        foreach (var fields in set.ByResponseName.Values)
        {
            for (var i = 0; i < fields.Count; i++)
            {
                for (var j = i + 1; j < fields.Count; j++)
                {
                    Compare(fields[i], fields[j], areExclusive: false, conflicts);
                    foreach (var conflict in conflicts) yield return conflict;
                    conflicts.Clear();
                }
            }
        }

        for (var i = 0; i < set.Fragments.Count; i++)
        {
            CompareWithFragment(set, set.Fragments[i], areExclusive: false, conflicts);
            for (var j = i + 1; j < set.Fragments.Count; j++)
                CompareFragments(set.Fragments[i], set.Fragments[j], areExclusive: false, conflicts);
            foreach (var conflict in conflicts) yield return conflict;
            conflicts.Clear();
        }
    }

    private void Compare(SelectedField one, SelectedField other, bool areExclusive, List<FieldConflict> conflicts)
    {
        limit.Spend(4);
        areExclusive |= one.ParentType != other.ParentType && one.ParentType is ObjectType && other.ParentType is ObjectType;
        var conflict = (areExclusive ? null : FieldConflict.OfFields(one, other, limit))
            ?? FieldConflict.OfStreams(one, other, limit)
            ?? FieldConflict.OfTypes(one, other)
            ?? FieldConflict.OfSubfields(one, other, FindInside(one, other, areExclusive));
        if (conflict is not null) conflicts.Add(conflict);
    }

    private List<FieldConflict> FindInside(SelectedField one, SelectedField other, bool areExclusive)
    {
        var conflicts = new List<FieldConflict>();
        if (reader.ReadInside(one) is not { } set || reader.ReadInside(other) is not { } otherSet) return conflicts;
        Descend();
        CompareSets(set, otherSet, areExclusive, conflicts);
        foreach (var fragment in otherSet.Fragments)
            CompareWithFragment(set, fragment, areExclusive, conflicts);
        foreach (var fragment in set.Fragments)
            CompareWithFragment(otherSet, fragment, areExclusive, conflicts);
        foreach (var fragment in set.Fragments)
            foreach (var otherFragment in otherSet.Fragments)
                CompareFragments(fragment, otherFragment, areExclusive, conflicts);
        _depth--;
        return conflicts;
    }

    private void CompareSets(SelectedFields one, SelectedFields other, bool areExclusive, List<FieldConflict> conflicts)
    {
        limit.Spend(one.ByResponseName.Count);
        foreach (var (responseName, fields) in one.ByResponseName)
        {
            if (!other.ByResponseName.TryGetValue(responseName, out var otherFields)) continue;
            foreach (var field in fields)
                foreach (var otherField in otherFields)
                    Compare(field, otherField, areExclusive, conflicts);
        }
    }

    private void CompareWithFragment(
        SelectedFields set, FragmentDefinitionNode fragment, bool areExclusive, List<FieldConflict> conflicts)
    {
        limit.Spend(1);
        if (set.ByResponseName.Count == 0 || !IsNew(_comparedWithFragment, (set, fragment), areExclusive)) return;
        var inFragment = reader.Read(fragment);
        if (set == inFragment) return;
        Descend();
        CompareSets(set, inFragment, areExclusive, conflicts);
        foreach (var next in inFragment.Fragments)
            CompareWithFragment(set, next, areExclusive, conflicts);
        _depth--;
    }

    private void CompareFragments(
        FragmentDefinitionNode one, FragmentDefinitionNode other, bool areExclusive, List<FieldConflict> conflicts)
    {
        limit.Spend(2);
        if (one == other) return;
        var (set, otherSet) = (reader.Read(one), reader.Read(other));
        var pair = set.Id < otherSet.Id ? (set, otherSet) : (otherSet, set);
        if (!IsNew(_comparedFragments, pair, areExclusive)) return;
        Descend();
        CompareSets(set, otherSet, areExclusive, conflicts);
        foreach (var next in otherSet.Fragments)
            CompareFragments(one, next, areExclusive, conflicts);
        foreach (var next in set.Fragments)
            CompareFragments(next, other, areExclusive, conflicts);
        _depth--;
    }

    /// <summary>A pair compared as if both could occur needs no second look as mutually exclusive; the reverse does.</summary>
    private static bool IsNew<TPair>(Dictionary<TPair, bool> compared, TPair pair, bool areExclusive)
        where TPair : notnull
    {
        if (compared.TryGetValue(pair, out var wereExclusive) && (areExclusive || !wereExclusive)) return false;
        compared[pair] = areExclusive;
        return true;
    }

    private void Descend()
    {
        if (++_depth > MaxDepth) limit.Abort();
    }
}
