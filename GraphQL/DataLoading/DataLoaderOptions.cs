namespace Jobs.GraphQL.DataLoading;

/// <summary>How a loader batches.</summary>
public sealed class DataLoaderOptions
{
    internal static DataLoaderOptions Default { get; } = new();

    /// <summary>More keys than this become several batches, started together.</summary>
    public int MaxBatchSize { get; init; } = 1000;
}
