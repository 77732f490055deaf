namespace Jobs.Schema;

/// <summary>Posts by id, as far as the viewer may see them, with the parts that somebody needs of each.</summary>
public sealed class VisibleJobPostById(
    JobPostsById posts, JobPostRelations relations, CurrentViewer viewer, BatchScheduler scheduler)
    : DataLoader<(long Id, JobPostParts Parts), JobPost>(scheduler)
{
    /// <summary>The whole post.</summary>
    public Task<JobPost?> LoadAsync(long id) => LoadAsync((id, JobPostParts.Whole));

    protected override async Task<IReadOnlyDictionary<(long Id, JobPostParts Parts), JobPost>> LoadBatchAsync(
        IReadOnlyCollection<(long Id, JobPostParts Parts)> keys, CancellationToken cancellationToken)
    {
        var parts = keys.Aggregate(JobPostParts.Core, (all, key) => all | key.Parts);
        var found = await posts.ReadVisibleAsync(
            [.. keys.Select(key => key.Id).Distinct()], parts, viewer.UserId, cancellationToken);
        foreach (var one in found) relations.Prime(one);
        var byId = found.ToDictionary(one => one.JobPost.Id, one => one.JobPost);
        return keys.Where(key => byId.ContainsKey(key.Id)).ToDictionary(key => key, key => byId[key.Id]);
    }
}
