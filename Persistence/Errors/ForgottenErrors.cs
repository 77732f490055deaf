using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>What keeps the tables of errors small.</summary>
public static class ForgottenErrors
{
    /// <summary>Forgets what is old, and of too many errors those that were not seen for longest.</summary>
    public static async Task ForgetErrorsAsync(
        this JobsDb db, int errorsMax, int viewersMax, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (twoHoursAgo, eightDaysAgo, thirtyDaysAgo) = (now.AddHours(-2), now.AddDays(-8), now.AddDays(-30));
        await db.KnownErrorMinutes.Where(row => row.Minute < twoHoursAgo).ExecuteDeleteAsync(cancellationToken);
        await db.OperationMinutes.Where(row => row.Minute < twoHoursAgo).ExecuteDeleteAsync(cancellationToken);
        await db.KnownErrorHours.Where(row => row.Hour < eightDaysAgo).ExecuteDeleteAsync(cancellationToken);
        await db.VariantHours.Where(row => row.Hour < eightDaysAgo).ExecuteDeleteAsync(cancellationToken);
        await db.KnownErrorViewers.Where(row => row.LastSeenAt < eightDaysAgo).ExecuteDeleteAsync(cancellationToken);
        // The last one may run for longer.
        await db.Releases.Where(row => row.StartedAt < thirtyDaysAgo && db.Releases.Any(later => later.StartedAt > row.StartedAt))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            DELETE FROM known_error_viewers WHERE (error_id, viewer) IN (
                SELECT error_id, viewer FROM (
                    SELECT error_id, viewer, row_number() OVER (PARTITION BY error_id ORDER BY last_seen_at DESC) AS place
                    FROM known_error_viewers) AS viewers WHERE place > {viewersMax})
            """, cancellationToken);
        // What an operator said about an error outlives its sightings.
        await db.Database.ExecuteSqlAsync($"""
            DELETE FROM known_errors WHERE id IN (
                SELECT id FROM known_errors WHERE last_seen_at < {thirtyDaysAgo} AND coalesce(override_until < {now}, true)
                UNION ALL (SELECT id FROM known_errors ORDER BY last_seen_at DESC, id OFFSET {errorsMax}))
            """, cancellationToken);
    }
}
