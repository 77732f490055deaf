using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>What operators say about errors, whatever the rules make of them. Instances learn of it within seconds.</summary>
public static class ErrorOverrides
{
    /// <summary>One statement, so that what is in force and what is on record never differ.</summary>
    /// <param name="db">Where.</param>
    /// <param name="said">Its version is one more than the last that the operator has seen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False: somebody else said something meanwhile, or nobody knows the error any more. Nothing was done.</returns>
    public static async Task<bool> OverrideErrorAsync(
        this JobsDb db, KnownErrorOverride said, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync($"""
            WITH said AS (
                INSERT INTO known_error_overrides (error_id, version, level, note, until, changed_by_id, changed_at)
                SELECT id, {said.Version}, {(said.Level is { } level ? EnumText.Of(level) : null)}::text, {said.Note}::text,
                    {said.Until}::timestamptz, {said.ChangedById}::bigint, {said.ChangedAt}
                FROM known_errors WHERE id = {said.ErrorId} AND {said.Version} =
                    1 + (SELECT coalesce(max(version), 0) FROM known_error_overrides WHERE error_id = known_errors.id)
                ON CONFLICT DO NOTHING RETURNING *)
            UPDATE known_errors SET override_level = said.level, override_note = said.note, override_until = said.until,
                override_by_id = CASE WHEN said.level IS NULL THEN NULL ELSE said.changed_by_id END,
                changed_at = clock_timestamp()
            FROM said WHERE known_errors.id = said.error_id
            """, cancellationToken) == 1;

    /// <summary>Everything that operators said about an error, the newest first.</summary>
    public static async Task<IReadOnlyList<KnownErrorOverride>> ReadErrorOverridesAsync(
        this JobsDb db, string errorId, CancellationToken cancellationToken) =>
        await db.KnownErrorOverrides.AsNoTracking().Where(said => said.ErrorId == errorId)
            .OrderByDescending(said => said.Version).ToListAsync(cancellationToken);
}
