using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>How instances add their counts of deprecated elements, and how they are read.</summary>
public static class DeprecatedUseRows
{
    /// <summary>A client that has not asked for so long is taken to be gone.</summary>
    public const int KeptDays = 90;

    /// <summary>Adds to what is there, in one statement and in the order of the key: no two instances wait in a circle.</summary>
    public static Task AddDeprecatedUsesAsync(
        this JobsDb db, IEnumerable<DeprecatedUse> uses, CancellationToken cancellationToken)
    {
        DeprecatedUse[] sorted =
        [
            .. uses.OrderBy(use => use.Day).ThenBy(use => use.Coordinate, StringComparer.Ordinal)
                .ThenBy(use => use.ClientName, StringComparer.Ordinal).ThenBy(use => use.ClientVersion, StringComparer.Ordinal),
        ];
        DateOnly[] days = [.. sorted.Select(use => use.Day)];
        string[] coordinates = [.. sorted.Select(use => use.Coordinate)];
        string[] names = [.. sorted.Select(use => use.ClientName)];
        string[] versions = [.. sorted.Select(use => use.ClientVersion)];
        long[] requests = [.. sorted.Select(use => use.Requests)];
        DateTimeOffset[] lastUses = [.. sorted.Select(use => use.LastUsedAt)];
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO deprecated_uses (day, coordinate, client_name, client_version, requests, last_used_at)
            SELECT day, coordinate, name, version, requests, last_used_at
            FROM unnest({days}, {coordinates}, {names}, {versions}, {requests}, {lastUses}) WITH ORDINALITY
                AS use(day, coordinate, name, version, requests, last_used_at, position) ORDER BY position
            ON CONFLICT (day, coordinate, client_name, client_version) DO UPDATE SET
                requests = deprecated_uses.requests + excluded.requests,
                last_used_at = greatest(deprecated_uses.last_used_at, excluded.last_used_at)
            """, cancellationToken);
    }

    public static Task ForgetDeprecatedUsesAsync(this JobsDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var oldest = today.AddDays(-KeptDays);
        return db.DeprecatedUses.Where(use => use.Day < oldest).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Each client version's use of each element; requests since a day, the last use whenever it was.</summary>
    public static async Task<IReadOnlyList<DeprecatedUseSum>> SumDeprecatedUsesAsync(
        this JobsDb db, DateOnly since, CancellationToken cancellationToken) =>
        await db.DeprecatedUses.GroupBy(use => new { use.Coordinate, use.ClientName, use.ClientVersion })
            .Select(days => new DeprecatedUseSum(
                days.Key.Coordinate, days.Key.ClientName, days.Key.ClientVersion, days.Max(use => use.LastUsedAt),
                days.Sum(use => use.Day >= since ? use.Requests : 0)))
            .ToListAsync(cancellationToken);
}
