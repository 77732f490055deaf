namespace Jobs.GraphQL.Incremental;

/// <summary>What one result of an incremental response says beside its data: what is announced, delivered, completed.</summary>
internal sealed class IncrementalPayload
{
    /// <summary>False exactly in the last result.</summary>
    public bool HasNext { get; set; } = true;

    public List<(string Id, IReadOnlyList<object> Path, string? Label)> Pending { get; } = [];

    public List<IncrementalEntry> Incremental { get; } = [];

    public List<(string Id, GraphQLError? Error)> Completed { get; } = [];

    public bool IsEmpty => HasNext && Pending.Count == 0 && Incremental.Count == 0 && Completed.Count == 0;

    public IReadOnlyList<GraphQLError> Errors =>
        [.. Incremental.SelectMany(entry => entry.Errors), .. Completed.Select(end => end.Error).OfType<GraphQLError>()];

    /// <summary>Gives the memory of the data back.</summary>
    public void Return()
    {
        foreach (var entry in Incremental)
        {
            foreach (var tree in entry.Trees)
                tree.Return();
        }
    }
}
