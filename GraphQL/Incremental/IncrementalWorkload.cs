namespace Jobs.GraphQL.Incremental;

/// <summary>What a complete part of a response leaves for later.</summary>
internal readonly record struct IncrementalWorkload(
    IReadOnlyList<DeferredFragment> Fragments, IReadOnlyList<ExecutionGroup> Groups, IReadOnlyList<ItemStream> Streams)
{
    public static readonly IncrementalWorkload None = new([], [], []);
}
