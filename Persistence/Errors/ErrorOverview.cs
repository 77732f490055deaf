using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>One error as operators look at it.</summary>
/// <param name="Error">What it is and what was decided.</param>
/// <param name="LastHour">Sightings of the last 60 minutes.</param>
/// <param name="LastWeek">Sightings of the last seven days.</param>
/// <param name="PeopleLastHour">Who ran into it, up to a limit.</param>
/// <param name="PeopleLastWeek">Who ran into it, up to a limit.</param>
/// <param name="Variants">How many of them each variant has, as <c>experiment/variant</c>.</param>
/// <param name="Trend">Sightings of each hour of the last two days, the oldest first.</param>
public sealed record ErrorOverview(
    KnownError Error, long LastHour, long LastWeek, int PeopleLastHour, int PeopleLastWeek,
    IReadOnlyDictionary<string, int> Variants, IReadOnlyList<long> Trend);

/// <summary>How an operation fared of late.</summary>
public sealed record OperationShare(string Operation, long Requests, long Failures);

/// <summary>What operators see of errors.</summary>
public static class ErrorOverviews
{
    public const int TrendHours = 48;

    /// <summary>The one that was seen last comes first. Few enough to be sorted by whoever shows them.</summary>
    public static async Task<IReadOnlyList<ErrorOverview>> ReadErrorOverviewsAsync(
        this JobsDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (hourAgo, weekAgo) = (now.AddHours(-1), now.AddDays(-7));
        var errors = await db.KnownErrors.AsNoTracking().OrderByDescending(error => error.LastSeenAt).ThenBy(error => error.Id)
            .ToListAsync(cancellationToken);
        var lastHour = await db.KnownErrorMinutes.Where(row => row.Minute > hourAgo).GroupBy(row => row.ErrorId)
            .Select(rows => new { rows.Key, Sum = rows.Sum(row => row.Sightings) })
            .ToDictionaryAsync(row => row.Key, row => row.Sum, cancellationToken);
        var hours = (await db.KnownErrorHours.AsNoTracking().Where(row => row.Hour > weekAgo)
            .ToListAsync(cancellationToken)).ToLookup(row => row.ErrorId);
        var viewers = (await db.KnownErrorViewers.AsNoTracking().Where(row => row.LastSeenAt > weekAgo)
            .ToListAsync(cancellationToken)).ToLookup(row => row.ErrorId);
        return
        [
            .. errors.Select(error => new ErrorOverview(
                error, lastHour.GetValueOrDefault(error.Id), hours[error.Id].Sum(row => row.Sightings),
                viewers[error.Id].Count(viewer => viewer.LastSeenAt > hourAgo), viewers[error.Id].Count(),
                viewers[error.Id].SelectMany(viewer => viewer.Variants).CountBy(variant => variant).ToDictionary(),
                Trend(hours[error.Id], now))),
        ];
    }

    /// <summary>Requests and failures since then, the busiest operation first.</summary>
    public static async Task<IReadOnlyList<OperationShare>> ReadOperationSharesAsync(
        this JobsDb db, DateTimeOffset since, CancellationToken cancellationToken) =>
        await db.OperationMinutes.Where(row => row.Minute >= since).GroupBy(row => row.Operation)
            .Select(rows => new
            {
                Operation = rows.Key,
                Requests = rows.Sum(row => row.Requests),
                Failures = rows.Sum(row => row.Failures),
            })
            .OrderByDescending(row => row.Requests).ThenBy(row => row.Operation)
            .Select(row => new OperationShare(row.Operation, row.Requests, row.Failures))
            .ToListAsync(cancellationToken);

    private static long[] Trend(IEnumerable<KnownErrorHour> hours, DateTimeOffset now)
    {
        var trend = new long[TrendHours];
        var present = now.ToUnixTimeSeconds() / 3600;
        foreach (var hour in hours)
        {
            var place = TrendHours - 1 - (present - hour.Hour.ToUnixTimeSeconds() / 3600);
            if (place is >= 0 and < TrendHours) trend[place] += hour.Sightings;
        }
        return trend;
    }
}
