namespace Jobs.Persistence;

/// <summary>A post that a person keeps for later (관심).</summary>
public sealed class SavedJobPost
{
    public long UserId { get; init; }
    public long JobPostId { get; init; }
    public DateTimeOffset SavedAt { get; init; }
}
