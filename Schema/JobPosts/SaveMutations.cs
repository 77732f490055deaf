namespace Jobs.Schema;

/// <summary>Keeping a post for later.</summary>
public static class SaveMutations
{
    public const int SavesPerHour = 500;

    public static async Task<SaveJobPostPayload> SaveJobPost(
        SaveJobPostInput input, CurrentViewer viewer, IDbContextFactory<JobsDb> dbFactory, BoardEvents events, TimeProvider time,
        RequestLanguage language, CancellationToken cancellationToken)
    {
        var (userId, now) = (viewer.RequiredUserId, time.GetUtcNow());
        var id = GlobalId.Parse(input.JobPostId, NodeType.JobPost);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        if (await db.JobPostsVisibleTo(userId).AsNoTracking()
            .FirstOrDefaultAsync(post => post.Id == id, cancellationToken) is not { } post)
            return new NotFoundError(input.JobPostId, language);
        var since = now.AddHours(-1);
        var saves = await db.SavedJobPosts.CountAsync(
            saved => saved.UserId == userId && saved.SavedAt > since, cancellationToken);
        if (saves >= SavesPerHour)
            return new RateLimitedError((int)TimeSpan.FromHours(1).TotalSeconds, language);

        if (await db.SaveJobPostAsync(userId, id, now, cancellationToken)) events.JobPostSaved(post, now);
        return new(post, null);
    }

    public static async Task<UnsaveJobPostPayload> UnsaveJobPost(
        UnsaveJobPostInput input, CurrentViewer viewer, IDbContextFactory<JobsDb> dbFactory, RequestLanguage language,
        CancellationToken cancellationToken)
    {
        var userId = viewer.RequiredUserId;
        var id = GlobalId.Parse(input.JobPostId, NodeType.JobPost);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        if (await db.JobPostsVisibleTo(userId).AsNoTracking()
            .FirstOrDefaultAsync(post => post.Id == id, cancellationToken) is not { } post)
            return new NotFoundError(input.JobPostId, language);
        await db.SavedJobPosts.Where(saved => saved.UserId == userId && saved.JobPostId == id)
            .ExecuteDeleteAsync(cancellationToken);
        return new(post, null);
    }
}
