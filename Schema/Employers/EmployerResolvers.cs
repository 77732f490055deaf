namespace Jobs.Schema;

/// <summary>How and when the employer was checked.</summary>
public sealed record EmployerVerification(VerificationLevel Level, DateTimeOffset? VerifiedAt);

/// <summary>Fields of <c>Employer</c> that are more than a column.</summary>
public static class EmployerResolvers
{
    public static string Id(Employer employer) => GlobalId.Of(NodeType.Employer, employer.Id);

    public static Neighborhood? Neighborhood(Employer employer) =>
        employer.NeighborhoodId is { } id ? KnownNeighborhoods.Shipped.Find(id) : null;

    public static EmployerVerification Verification(Employer employer) => new(employer.VerificationLevel, employer.VerifiedAt);

    public static Task<bool> ViewerIsMember(Employer employer, IsMemberByEmployerId memberships) => memberships.LoadAsync(employer.Id);
}

public static class EmployerQueries
{
    public static Task<Employer?> Employer(string id, EmployerById employers) =>
        employers.LoadAsync(GlobalId.Parse(id, NodeType.Employer));
}
