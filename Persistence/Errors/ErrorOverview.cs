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
    public static Task<IReadOnlyList<ErrorOverview>> ReadErrorOverviewsAsync(
        this JobsDb db, DateTimeOffset now, CancellationToken cancellationToken) =>
        OverviewsAsync(db, db.KnownErrors, now, cancellationToken);

    public static async Task<ErrorOverview?> FindErrorOverviewAsync(
        this JobsDb db, string errorId, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await OverviewsAsync(db, db.KnownErrors.Where(error => error.Id == errorId), now, cancellationToken)).SingleOrDefault();

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

    // Counted by the database: 2,000 errors that 200 people met would be 400,000 rows.
    private static async Task<IReadOnlyList<ErrorOverview>> OverviewsAsync(
        JobsDb db, IQueryable<KnownError> errors, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (hourAgo, twoDaysAgo, weekAgo) = (now.AddHours(-1), now.AddHours(-TrendHours), now.AddDays(-7));
        var rows = await errors.AsNoTracking().OrderByDescending(error => error.LastSeenAt).ThenBy(error => error.Id)
            .ToListAsync(cancellationToken);
        var ids = errors.Select(error => error.Id);
        var lastHour = await db.KnownErrorMinutes.Where(row => ids.Contains(row.ErrorId) && row.Minute > hourAgo)
            .GroupBy(row => row.ErrorId).Select(minutes => new { minutes.Key, Sum = minutes.Sum(row => row.Sightings) })
            .ToDictionaryAsync(row => row.Key, row => row.Sum, cancellationToken);
        var hours = db.KnownErrorHours.Where(row => ids.Contains(row.ErrorId));
        var lastWeek = await hours.Where(row => row.Hour > weekAgo)
            .GroupBy(row => row.ErrorId).Select(week => new { week.Key, Sum = week.Sum(row => row.Sightings) })
            .ToDictionaryAsync(row => row.Key, row => row.Sum, cancellationToken);
        var trends = (await hours.AsNoTracking().Where(row => row.Hour > twoDaysAgo).ToListAsync(cancellationToken))
            .ToLookup(row => row.ErrorId);
        var viewers = db.KnownErrorViewers.Where(row => ids.Contains(row.ErrorId) && row.LastSeenAt > weekAgo);
        var people = await viewers.GroupBy(row => row.ErrorId)
            .Select(met => new { met.Key, Hour = met.Count(row => row.LastSeenAt > hourAgo), Week = met.Count() })
            .ToDictionaryAsync(row => row.Key, row => (row.Hour, row.Week), cancellationToken);
        var variants = (await viewers.SelectMany(row => row.Variants, (row, variant) => new { row.ErrorId, Variant = variant })
            .GroupBy(row => row).Select(met => new { met.Key.ErrorId, met.Key.Variant, People = met.Count() })
            .ToListAsync(cancellationToken)).ToLookup(row => row.ErrorId);
        return
        [
            .. rows.Select(error => new ErrorOverview(
                error, lastHour.GetValueOrDefault(error.Id), lastWeek.GetValueOrDefault(error.Id),
                people.GetValueOrDefault(error.Id).Hour, people.GetValueOrDefault(error.Id).Week,
                variants[error.Id].ToDictionary(row => row.Variant, row => row.People), Trend(trends[error.Id], now))),
        ];
    }

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
