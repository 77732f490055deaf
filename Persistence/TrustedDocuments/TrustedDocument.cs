namespace Jobs.Persistence;

/// <summary>An operation that a client was built with: its id in requests stands for its text.</summary>
public sealed class TrustedDocument
{
    public const int IdLengthMax = 256;

    public required string Id { get; init; }
    public required string Text { get; init; }
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>Grows with every document that is added, so that a reader sees whether there is anything new.</summary>
    public long Revision { get; init; }
}
