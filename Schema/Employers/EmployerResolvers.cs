using Jobs.GraphQL.Execution;

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

    public static Task<Responsiveness?> Responsiveness(Employer employer, ResponsivenessByEmployerId responsiveness) =>
        responsiveness.LoadAsync(employer.Id);

    /// <summary>Open posts for everybody, all of them for members.</summary>
    public static async Task<JobPostConnection> JobPosts(
        Employer employer, int? first, string? after, IReadOnlyList<JobPostStatus>? statuses, IsMemberByEmployerId memberships,
        JobPostPages pages, CancellationToken cancellationToken) =>
        await pages.OfEmployerAsync(
            employer.Id, await memberships.LoadAsync(employer.Id), statuses ?? [], first, after, cancellationToken);

    /// <summary>Null for anyone who is not a member.</summary>
    public static async Task<ApplicationConnection?> Applications(
        Employer employer, int? first, string? after, ApplicationFilter? filter, ApplicationSort sort,
        IsMemberByEmployerId memberships, ApplicationPages pages, FieldSelection selection) =>
        await memberships.LoadAsync(employer.Id)
            ? await pages.ReadAsync(
                new ApplicationInboxQuery { EmployerId = employer.Id }, first, after, filter, sort, selection)
            : null;

    public static Task<bool> ViewerIsMember(Employer employer, IsMemberByEmployerId memberships) =>
        memberships.LoadAsync(employer.Id);
}

public static class EmployerQueries
{
    public static Task<Employer?> Employer(string id, EmployerById employers) =>
        employers.LoadAsync(GlobalId.Parse(id, NodeType.Employer));
}
