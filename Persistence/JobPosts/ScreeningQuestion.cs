namespace Jobs.Persistence;

/// <summary>A question that an applicant answers when applying; at most five a post.</summary>
public sealed class ScreeningQuestion
{
    public long Id { get; init; }
    public long JobPostId { get; init; }
    public JobPost? JobPost { get; init; }
    public int Position { get; set; }
    public required string Text { get; set; }
    public bool IsRequired { get; set; }
}
