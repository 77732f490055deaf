namespace Jobs.Persistence;

/// <summary>One person does not want to meet another one.</summary>
public sealed class UserBlock
{
    public long BlockerId { get; init; }
    public long BlockedId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
