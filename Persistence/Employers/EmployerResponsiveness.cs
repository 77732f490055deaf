using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>How an employer treats applications.</summary>
/// <param name="EmployerId">Whose.</param>
/// <param name="MedianMinutesToRead">Half of the applications that were opened were opened within this many minutes.</param>
/// <param name="ReadRate">Share of the applications that were opened, 0 to 1.</param>
public sealed record Responsiveness(long EmployerId, int MedianMinutesToRead, double ReadRate);

/// <summary>Responsiveness over the last 90 days, by employer; nothing where applications are too few to tell.</summary>
public static class EmployerResponsiveness
{
    private const int ApplicationsMin = 5;
    private static readonly TimeSpan Window = TimeSpan.FromDays(90);

    public static async Task<IReadOnlyDictionary<long, Responsiveness>> ReadAsync(
        JobsDb db, IReadOnlyCollection<long> employerIds, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        // SQL because LINQ has no word for a percentile.
        var since = (now - Window).UtcDateTime;
        var ids = employerIds.ToArray();
        return await db.Database.SqlQuery<Responsiveness>($"""
            SELECT employer_id AS "EmployerId",
                round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM read_at - submitted_at))
                    FILTER (WHERE read_at IS NOT NULL) / 60)::int AS "MedianMinutesToRead",
                count(read_at)::float8 / count(*) AS "ReadRate"
            FROM applications WHERE employer_id = ANY ({ids}) AND submitted_at >= {since}
            GROUP BY employer_id HAVING count(*) >= {ApplicationsMin} AND count(read_at) > 0
            """).ToDictionaryAsync(row => row.EmployerId, cancellationToken);
    }
}
