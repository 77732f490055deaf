namespace Jobs.Schema;

/// <summary>Pages of posts that are not the feed: an employer's, and those a person saved.</summary>
public sealed class JobPostPages(IDbContextFactory<JobsDb> dbFactory, TimeProvider time)
{
    private const byte EmployerList = (byte)'e';
    private const byte SavedList = (byte)'s';

    public async Task<JobPostConnection> OfEmployerAsync(
        long employerId, bool isMember, IReadOnlyList<JobPostStatus> statuses, int? first, string? after,
        CancellationToken cancellationToken)
    {
        var size = PageSize.Of(first);
        var query = new EmployerJobPostsQuery
        {
            EmployerId = employerId,
            IsMember = isMember,
            Now = time.GetUtcNow(),
            Statuses = statuses,
            After = after is null ? null : Cursor.Read(after, EmployerList, 1)[0] ?? throw Cursor.DoesNotFit(),
            Limit = size + 1,
        };
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var posts = await EmployerJobPosts.PageAsync(db, query, cancellationToken);
        return new JobPostConnection(
            [.. posts.Take(size).Select(post => new ListedJobPostEdge(Cursor.Write(EmployerList, post.Id), post))],
            hasNextPage: posts.Count > size, hasPreviousPage: after is not null,
            (ceiling, token) => CountAsync(counting => EmployerJobPosts.CountAsync(counting, query, ceiling, token), token));
    }

    public async Task<JobPostConnection> SavedByAsync(long userId, int? first, string? after, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(first);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var rows = await SavedJobPostPage.ReadAsync(
            db, userId, after is null ? null : ReadSaved(after), size + 1, cancellationToken);
        return new JobPostConnection(
            [.. rows.Take(size).Select(row => new ListedJobPostEdge(WriteSaved(row.Cursor), row.JobPost))],
            hasNextPage: rows.Count > size, hasPreviousPage: after is not null,
            (ceiling, token) => CountAsync(counting => SavedJobPostPage.CountAsync(counting, userId, ceiling, token), token));
    }

    private async Task<int> CountAsync(Func<JobsDb, Task<int>> count, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await count(db);
    }

    private static string WriteSaved(SavedJobPostCursor cursor) =>
        Cursor.Write(SavedList, cursor.SavedAt.UtcTicks, cursor.JobPostId);

    private static SavedJobPostCursor ReadSaved(string after) =>
        Cursor.Read(after, SavedList, 2) is [{ } ticks and >= 0, { } id] && ticks <= DateTime.MaxValue.Ticks
            ? new SavedJobPostCursor(new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : throw Cursor.DoesNotFit();
}
