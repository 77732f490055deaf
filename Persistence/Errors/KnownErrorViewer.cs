namespace Jobs.Persistence;

/// <summary>That somebody ran into an error. Who it was cannot be told from the number.</summary>
public sealed class KnownErrorViewer
{
    public required string ErrorId { get; init; }

    /// <summary>A piece of a hash of a hash.</summary>
    public long Viewer { get; init; }

    public DateTimeOffset LastSeenAt { get; init; }

    /// <summary>What the person was shown of experiments, each as <c>experiment/variant</c>.</summary>
    public required string[] Variants { get; init; }
}
