namespace Jobs.Schema;

/// <summary>Pages of applications; those of several posts that differ in nothing else are one statement.</summary>
public sealed class ApplicationsByQuery(ApplicationInbox inbox, BatchScheduler scheduler)
    : DataLoader<ApplicationInboxQuery, IReadOnlyList<Application>>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<ApplicationInboxQuery, IReadOnlyList<Application>>> LoadBatchAsync(
        IReadOnlyCollection<ApplicationInboxQuery> keys, CancellationToken cancellationToken)
    {
        var pages = new Dictionary<ApplicationInboxQuery, IReadOnlyList<Application>>();
        foreach (var alike in keys.GroupBy(query => query with { JobPostId = null }))
        {
            if (alike.ToList() is [var single])
            {
                pages[single] = await inbox.PageAsync(single, cancellationToken);
                continue;
            }
            var found = await inbox.PagesAsync([.. alike.Select(query => query.JobPostId!.Value)], alike.Key, cancellationToken);
            foreach (var query in alike) pages[query] = [.. found[query.JobPostId!.Value]];
        }
        return pages;
    }
}
