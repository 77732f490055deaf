using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>How instances add up what each of them saw of errors.</summary>
public static class AddedErrors
{
    /// <summary>
    /// Adds to what is there, in one statement and in the order of the keys: no two instances wait in a circle. A worse verdict
    /// replaces a better one at once, a better one a worse one after the quiet time.
    /// </summary>
    public static Task AddErrorsAsync(this JobsDb db, ErrorDeltas deltas, TimeSpan quiet, CancellationToken cancellationToken)
    {
        var errors = new ErrorColumns(deltas.Errors);
        var minutes = deltas.Minutes.OrderBy(row => row.ErrorId, StringComparer.Ordinal).ThenBy(row => row.Minute).ToArray();
        string[] minuteErrors = [.. minutes.Select(row => row.ErrorId)];
        DateTimeOffset[] minuteStarts = [.. minutes.Select(row => row.Minute)];
        long[] minuteSightings = [.. minutes.Select(row => row.Sightings)];
        var viewers = deltas.Viewers.OrderBy(row => row.ErrorId, StringComparer.Ordinal).ThenBy(row => row.Viewer).ToArray();
        string[] viewerErrors = [.. viewers.Select(row => row.ErrorId)];
        long[] viewerNumbers = [.. viewers.Select(row => row.Viewer)];
        DateTimeOffset[] viewerTimes = [.. viewers.Select(row => row.LastSeenAt)];
        string[] viewerVariants = [.. viewers.Select(row => string.Join(' ', row.Variants))]; // SQL has no lists of lists.
        var operations = deltas.Operations.OrderBy(row => row.Operation, StringComparer.Ordinal)
            .ThenBy(row => row.Minute).ToArray();
        string[] operationNames = [.. operations.Select(row => row.Operation)];
        DateTimeOffset[] operationMinutes = [.. operations.Select(row => row.Minute)];
        long[] requests = [.. operations.Select(row => row.Requests)];
        long[] failures = [.. operations.Select(row => row.Failures)];
        var variants = deltas.Variants.OrderBy(row => row.ExperimentKey, StringComparer.Ordinal)
            .ThenBy(row => row.VariantKey, StringComparer.Ordinal).ThenBy(row => row.Hour).ToArray();
        string[] experimentKeys = [.. variants.Select(row => row.ExperimentKey)];
        string[] variantKeys = [.. variants.Select(row => row.VariantKey)];
        DateTimeOffset[] variantHours = [.. variants.Select(row => row.Hour)];
        long[] variantRequests = [.. variants.Select(row => row.Requests)];
        var releases = deltas.Releases.OrderBy(row => row.Name, StringComparer.Ordinal).ToArray();
        string[] releaseNames = [.. releases.Select(row => row.Name)];
        DateTimeOffset[] releaseStarts = [.. releases.Select(row => row.StartedAt)];
        return db.Database.ExecuteSqlAsync($"""
            WITH errors AS (
                INSERT INTO known_errors (
                    id, source, operation, path, exception_type, frame, is_core, level, reason, action, sightings,
                    first_seen_at, last_seen_at, first_release, last_release, act_now_at, soon_at, alerted_at, changed_at)
                SELECT seen.*, clock_timestamp() FROM unnest(
                    {errors.Ids}, {errors.Sources}, {errors.Operations}, {errors.Paths}, {errors.ExceptionTypes},
                    {errors.Frames}, {errors.AreCore}, {errors.Levels}, {errors.Reasons}, {errors.Actions},
                    {errors.Sightings}, {errors.FirstSeenAt}, {errors.LastSeenAt}, {errors.FirstReleases},
                    {errors.LastReleases}, {errors.ActNowAt}, {errors.SoonAt}, {errors.AlertedAt}) AS seen(id) ORDER BY id
                ON CONFLICT (id) DO UPDATE SET
                    is_core = known_errors.is_core OR excluded.is_core,
                    (level, reason, action) = (SELECT decided.level, decided.reason, decided.action
                        FROM (VALUES
                            (excluded.level, excluded.reason, excluded.action, 1, excluded.last_seen_at),
                            (known_errors.level, known_errors.reason, known_errors.action, 2,
                                CASE known_errors.level
                                    WHEN 'ACT_NOW' THEN known_errors.act_now_at
                                    WHEN 'SOON' THEN known_errors.soon_at END)
                            ) AS decided(level, reason, action, turn, decided_at)
                        ORDER BY CASE WHEN decided_at > excluded.last_seen_at - {quiet}
                            THEN array_position(ARRAY['NONE', 'MONITOR', 'SOON', 'ACT_NOW'], decided.level)
                            ELSE 0 END DESC, turn LIMIT 1),
                    sightings = known_errors.sightings + excluded.sightings,
                    first_release = CASE WHEN excluded.first_seen_at < known_errors.first_seen_at
                        THEN excluded.first_release ELSE known_errors.first_release END,
                    last_release = CASE WHEN excluded.last_seen_at >= known_errors.last_seen_at
                        THEN excluded.last_release ELSE known_errors.last_release END,
                    first_seen_at = least(known_errors.first_seen_at, excluded.first_seen_at),
                    last_seen_at = greatest(known_errors.last_seen_at, excluded.last_seen_at),
                    act_now_at = greatest(known_errors.act_now_at, excluded.act_now_at),
                    soon_at = greatest(known_errors.soon_at, excluded.soon_at),
                    alerted_at = greatest(known_errors.alerted_at, excluded.alerted_at),
                    changed_at = excluded.changed_at),
            seen_minutes AS (
                SELECT * FROM unnest({minuteErrors}, {minuteStarts}, {minuteSightings}) AS seen(error_id, minute, sightings)),
            minutes AS (
                INSERT INTO known_error_minutes (error_id, minute, sightings)
                SELECT error_id, minute, sightings FROM seen_minutes ORDER BY error_id, minute
                ON CONFLICT (error_id, minute) DO UPDATE SET sightings = known_error_minutes.sightings + excluded.sightings),
            hours AS (
                INSERT INTO known_error_hours (error_id, hour, sightings)
                SELECT error_id, date_trunc('hour', minute, 'UTC') AS hour, sum(sightings) FROM seen_minutes
                GROUP BY error_id, hour ORDER BY error_id, hour
                ON CONFLICT (error_id, hour) DO UPDATE SET sightings = known_error_hours.sightings + excluded.sightings),
            viewers AS (
                INSERT INTO known_error_viewers (error_id, viewer, last_seen_at, variants)
                SELECT error_id, viewer, last_seen_at, string_to_array(variants, ' ')
                FROM unnest({viewerErrors}, {viewerNumbers}, {viewerTimes}, {viewerVariants})
                    AS seen(error_id, viewer, last_seen_at, variants) ORDER BY error_id, viewer
                ON CONFLICT (error_id, viewer) DO UPDATE SET
                    last_seen_at = greatest(known_error_viewers.last_seen_at, excluded.last_seen_at),
                    variants = CASE WHEN cardinality(excluded.variants) > 0
                        THEN excluded.variants ELSE known_error_viewers.variants END),
            operations AS (
                INSERT INTO operation_minutes (operation, minute, requests, failures)
                SELECT * FROM unnest({operationNames}, {operationMinutes}, {requests}, {failures}) AS seen(operation, minute)
                ORDER BY operation, minute
                ON CONFLICT (operation, minute) DO UPDATE SET
                    requests = operation_minutes.requests + excluded.requests,
                    failures = operation_minutes.failures + excluded.failures),
            variants AS (
                INSERT INTO variant_hours (experiment_key, variant_key, hour, requests)
                SELECT * FROM unnest({experimentKeys}, {variantKeys}, {variantHours}, {variantRequests})
                    AS seen(experiment, variant, hour) ORDER BY experiment, variant, hour
                ON CONFLICT (experiment_key, variant_key, hour) DO UPDATE SET
                    requests = variant_hours.requests + excluded.requests)
            INSERT INTO releases (name, started_at)
            SELECT * FROM unnest({releaseNames}, {releaseStarts}) AS started(name) ORDER BY name
            ON CONFLICT (name) DO UPDATE SET started_at = least(releases.started_at, excluded.started_at)
            """, cancellationToken);
    }
}
