namespace Jobs.Schema;

/// <summary>Posts by id, whoever may see them: for relations whose parent the viewer already sees.</summary>
public sealed class JobPostById(JobPostsById posts, BatchScheduler scheduler) : DataLoader<long, JobPost>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, JobPost>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken) =>
        (await posts.ReadAsync(keys, JobPostParts.Whole, cancellationToken))
            .ToDictionary(found => found.JobPost.Id, found => found.JobPost);
}
