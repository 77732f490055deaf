namespace Jobs.Persistence;

/// <summary>An area that a person proved to live or work in; at most two.</summary>
public sealed class UserNeighborhood
{
    public long UserId { get; init; }
    public User? User { get; init; }

    /// <summary>0 is home, 1 the second area.</summary>
    public int Position { get; init; }

    public long NeighborhoodId { get; set; }
}
