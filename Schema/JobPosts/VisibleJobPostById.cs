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
        var (parts, ids) = (JobPostParts.Core, new HashSet<long>(keys.Count));
        foreach (var key in keys)
        {
            parts |= key.Parts;
            ids.Add(key.Id);
        }
        var found = await posts.ReadVisibleAsync(ids, parts, viewer.UserId, cancellationToken);
        var byId = new Dictionary<long, JobPost>(found.Count);
        foreach (var one in found)
        {
            relations.Prime(one);
            byId.Add(one.JobPost.Id, one.JobPost);
        }
        var byKey = new Dictionary<(long Id, JobPostParts Parts), JobPost>(keys.Count);
        foreach (var key in keys)
            if (byId.TryGetValue(key.Id, out var post)) byKey.Add(key, post);
        return byKey;
    }
}
