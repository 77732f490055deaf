namespace Jobs.GraphQL.SchemaComparison;

/// <summary>Collects changes, and finds those that any element can have.</summary>
internal sealed class FoundChanges
{
    private readonly List<SchemaChange> _changes = [];

    public IReadOnlyList<SchemaChange> Changes => _changes;

    public void Add(SchemaChangeKind kind, string coordinate, string message, string? member = null) =>
        _changes.Add(new SchemaChange(kind, coordinate, message) { Member = member });

    public void CompareDescriptions(string coordinate, string? before, string? after)
    {
        if (before != after) Add(SchemaChangeKind.DescriptionChanged, coordinate, $"The description of {coordinate} changed.");
    }

    public void CompareDeprecations(string coordinate, string? before, string? after)
    {
        if (before == after) return;
        if (before is null) Add(SchemaChangeKind.DeprecationAdded, coordinate, $"{coordinate} was deprecated: {after}");
        else if (after is null) Add(SchemaChangeKind.DeprecationRemoved, coordinate, $"{coordinate} is no longer deprecated.");
        else
            Add(SchemaChangeKind.DeprecationReasonChanged, coordinate,
                $"The reason why {coordinate} is deprecated changed: {after}");
    }
}
