namespace Jobs.Schema;

/// <summary>How many applications an inbox holds, and how many are unread: one count for both fields.</summary>
public sealed class ApplicationCountsByQuery(ApplicationInbox inbox, BatchScheduler scheduler)
    : DataLoader<ApplicationInboxQuery, ApplicationCounts>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<ApplicationInboxQuery, ApplicationCounts>> LoadBatchAsync(
        IReadOnlyCollection<ApplicationInboxQuery> keys, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<ApplicationInboxQuery, ApplicationCounts>();
        foreach (var query in keys) counts[query] = await inbox.CountAsync(query, cancellationToken);
        return counts;
    }
}
