using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>Whom events speak of.</summary>
public static class AnalyticsIds
{
    public static Task<Dictionary<long, Guid>> AnalyticsIdsAsync(
        this JobsDb db, IEnumerable<long> userIds, CancellationToken cancellationToken)
    {
        var ids = userIds.Distinct().ToArray();
        return db.Users.Where(user => ids.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.AnalyticsId, cancellationToken);
    }
}
