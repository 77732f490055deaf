namespace Jobs.Persistence;

/// <summary>One line of past work in a person's résumé.</summary>
public sealed class UserExperience
{
    public long UserId { get; init; }
    public User? User { get; init; }
    public int Position { get; init; }
    public required string Title { get; set; }
    public int? CategoryId { get; set; }
    public int? Months { get; set; }

    /// <summary>True when the board itself saw the hire.</summary>
    public bool IsConfirmed { get; set; }
}
