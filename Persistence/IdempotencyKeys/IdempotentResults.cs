using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>Remembers for 24 hours what a mutation with a client's key made.</summary>
/// <remarks>Keys are the person's own: whoever holds their lock from the question to the answer is never overtaken.</remarks>
public static class IdempotentResults
{
    public const int KeyLengthMax = 200;

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The id that the same key made before, or null.</summary>
    public static async Task<long?> FindResultAsync(
        this JobsDb db, long userId, string operation, string? key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (key is null) return null;
        var oldest = now - Lifetime;
        return await db.IdempotencyKeys
            .Where(made => made.UserId == userId && made.Operation == operation && made.Key == key && made.CreatedAt > oldest)
            .Select(made => (long?)made.ResultId).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Writes the key, over one whose time ran out.</summary>
    public static async Task RememberResultAsync(
        this JobsDb db, long userId, string operation, string? key, long resultId, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (key is null) return;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO idempotency_keys (user_id, operation, key, result_id, created_at)
            VALUES ({userId}, {operation}, {key}, {resultId}, {now})
            ON CONFLICT (user_id, operation, key) DO UPDATE SET result_id = excluded.result_id, created_at = excluded.created_at
            """, cancellationToken);
    }
}
