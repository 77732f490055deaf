using Jobs.GraphQL.Execution;

namespace Jobs.Schema;

/// <summary>Fields of <c>Viewer</c>.</summary>
public static class ViewerResolvers
{
    public static PublicUser User(Viewer viewer) => PublicUser.Of(viewer.Account);

    public static async Task<Profile> Profile(Viewer viewer, ExperiencesByUserId experiences) =>
        new(viewer.Account, await experiences.LoadAsync(viewer.Account.Id) ?? []);

    public static Task<ApplicationConnection> Applications(
        Viewer viewer, int? first, string? after, ApplicationFilter? filter, ApplicationSort sort, ApplicationPages pages,
        FieldSelection selection) => pages.ReadAsync(
            new ApplicationInboxQuery { ApplicantId = viewer.Account.Id }, first, after, filter, sort, selection);

    public static Task<JobPostConnection> SavedJobPosts(
        Viewer viewer, int? first, string? after, JobPostPages pages, CancellationToken cancellationToken) =>
        pages.SavedByAsync(viewer.Account.Id, first, after, cancellationToken);

    public static async Task<IReadOnlyList<Neighborhood>> Neighborhoods(
        Viewer viewer, UsersById users, CancellationToken cancellationToken)
    {
        var ids = viewer.NeighborhoodIds ?? await users.ReadNeighborhoodIdsAsync(viewer.Account.Id, cancellationToken);
        return [.. ids.Select(KnownNeighborhoods.Shipped.Find).OfType<Neighborhood>()];
    }

    public static async Task<IReadOnlyList<Employer>> Employers(
        Viewer viewer, IDbContextFactory<JobsDb> dbFactory, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.EmployersOf(viewer.Account.Id).AsNoTracking().OrderBy(employer => employer.Id)
            .ToListAsync(cancellationToken);
    }
}
