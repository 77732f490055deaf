using System.Data;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>How an instance learns what all of them saw of errors.</summary>
public static class SharedErrorsQuery
{
    // A statement's time is that of its beginning or shortly after, and it can be read once it is committed. None takes longer.
    private static readonly TimeSpan CommittedLater = TimeSpan.FromSeconds(20);

    /// <param name="db">Not in a transaction.</param>
    /// <param name="since">When it was last read, by the database's clock; null: everything.</param>
    /// <param name="now">The service's time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SharedErrors> ReadSharedErrorsAsync(
        this JobsDb db, DateTimeOffset? since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // One picture: a share is taken of counts and requests that belong together.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var readAt = await db.Database.SqlQuery<DateTimeOffset>($"SELECT now() AS \"Value\"").SingleAsync(cancellationToken);
        var changed = (since ?? DateTimeOffset.UnixEpoch) - CommittedLater;
        var errors = await db.KnownErrors.AsNoTracking().Where(error => error.ChangedAt > changed)
            .OrderBy(error => error.LastSeenAt).ToListAsync(cancellationToken);
        string[] ids = [.. errors.Select(error => error.Id)];
        // Older minutes and hours change only while the database is away from somebody, who will read everything then.
        var (minute, hour) = since is null ? (now.AddMinutes(-62), now.AddHours(-170)) : (now.AddMinutes(-10), now.AddHours(-2));
        var minutes = await db.KnownErrorMinutes.AsNoTracking()
            .Where(row => ids.Contains(row.ErrorId) && row.Minute >= minute).ToListAsync(cancellationToken);
        var hours = await db.KnownErrorHours.AsNoTracking()
            .Where(row => ids.Contains(row.ErrorId) && row.Hour >= hour).ToListAsync(cancellationToken);
        var seenAfter = since is null ? now.AddDays(-7) : minute;
        var viewers = await db.KnownErrorViewers.AsNoTracking()
            .Where(row => ids.Contains(row.ErrorId) && row.LastSeenAt >= seenAfter).ToListAsync(cancellationToken);
        var operationsFrom = now.AddMinutes(-7);
        var operations = await db.OperationMinutes.AsNoTracking().Where(row => row.Minute >= operationsFrom)
            .ToListAsync(cancellationToken);
        var variants = await db.VariantHours.AsNoTracking().Where(row => row.Hour >= hour).ToListAsync(cancellationToken);
        var releases = await db.Releases.AsNoTracking().ToListAsync(cancellationToken);
        var starts = await StartsAsync(db, cancellationToken);
        return new(errors, minutes, hours, viewers, operations, variants, releases, starts, readAt);
    }

    private static async Task<IReadOnlyDictionary<string, DateTimeOffset>> StartsAsync(
        JobsDb db, CancellationToken cancellationToken) =>
        await (
            from experiment in db.NoticeExperiments
            where experiment.Status == ExperimentStatus.Running
            select new
            {
                experiment.Key,
                StartedAt = db.NoticeExperimentRevisions
                    .Where(revision => revision.ExperimentId == experiment.Id
                        && (revision.Change == ExperimentChange.Started || revision.Change == ExperimentChange.Resumed))
                    .Max(revision => (DateTimeOffset?)revision.ChangedAt) ?? experiment.CreatedAt,
            }).ToDictionaryAsync(row => row.Key, row => row.StartedAt, cancellationToken);
}
