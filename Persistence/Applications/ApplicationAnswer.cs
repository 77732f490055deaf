namespace Jobs.Persistence;

/// <summary>A question as it was asked then, with its answer.</summary>
public sealed class ApplicationAnswer
{
    public long ApplicationId { get; init; }
    public Application? Application { get; init; }
    public int Position { get; init; }
    public required string Question { get; init; }
    public required string Answer { get; init; }
}
