namespace Jobs.Persistence;

/// <summary>What a mutation with a client's key made the first time, so that a repeat answers the same.</summary>
public sealed class IdempotencyKey
{
    public long UserId { get; init; }
    public required string Operation { get; init; }
    public required string Key { get; init; }
    public long ResultId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
