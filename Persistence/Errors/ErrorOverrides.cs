using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>What operators say about an error, whatever the rules make of it. Instances learn of it within seconds.</summary>
public static class ErrorOverrides
{
    public const int NoteLengthMax = 1000;

    /// <returns>False: nobody knows the error any more.</returns>
    public static async Task<bool> OverrideErrorAsync(
        this JobsDb db, string errorId, TriageLevel level, string? note, DateTimeOffset until, long byId,
        CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync($"""
            UPDATE known_errors SET override_level = {EnumText.Of(level)}, override_note = {note}, override_until = {until},
                override_by_id = {byId}, changed_at = clock_timestamp()
            WHERE id = {errorId}
            """, cancellationToken) == 1;

    public static async Task<bool> EndErrorOverrideAsync(
        this JobsDb db, string errorId, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync($"""
            UPDATE known_errors SET override_level = NULL, override_note = NULL, override_until = NULL, override_by_id = NULL,
                changed_at = clock_timestamp()
            WHERE id = {errorId}
            """, cancellationToken) == 1;
}
