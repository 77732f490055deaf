namespace Jobs.Persistence;

/// <summary>Someone who hires (구인자): a shop, a company or a neighbour.</summary>
public sealed class Employer
{
    public long Id { get; init; }
    public required string DisplayName { get; set; }
    public EmployerKind Kind { get; set; }
    public string? Introduction { get; set; }
    public long? NeighborhoodId { get; set; }
    public VerificationLevel VerificationLevel { get; set; }
    public DateTimeOffset? VerifiedAt { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public RecordOrigin Origin { get; init; }
}
