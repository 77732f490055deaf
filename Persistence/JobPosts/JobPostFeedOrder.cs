namespace Jobs.Persistence;

/// <summary>One order of the feed: its SQL key and direction, and how a cursor holds the key.</summary>
internal sealed class JobPostFeedOrder
{
    private const long NoDeadline = long.MaxValue;
    private const int NoWage = -1;

    private static readonly JobPostFeedOrder Recommended = new("post.recommended_at", true,
        (post, _) => Microseconds(post.RecommendedAt!.Value), Instant, JobPostParts.RecommendedAt);

    private static readonly JobPostFeedOrder Newest = new(
        "post.published_at", true, (post, _) => Microseconds(post.PublishedAt!.Value), Instant);

    private static readonly JobPostFeedOrder Wage = new("coalesce(post.hourly_equivalent, -1)", true,
        (post, _) => post.HourlyEquivalent ?? NoWage, Number, JobPostParts.HourlyEquivalent);

    private static readonly JobPostFeedOrder Deadline = new("coalesce(post.expires_at, 'infinity'::timestamptz)", false,
        (post, _) => post.ExpiresAt is { } expiresAt ? Microseconds(expiresAt) : NoDeadline, Instant, JobPostParts.Life);

    private JobPostFeedOrder(
        string key, bool isDescending, Func<JobPost, int?, long> keyOf, Func<SqlConditions, long, string> parameter,
        JobPostParts parts = JobPostParts.Core)
    {
        Key = key;
        IsDescending = isDescending;
        KeyOf = keyOf;
        Parameter = parameter;
        Parts = parts;
        OrderBy = isDescending ? $"{key} DESC, post.id DESC" : $"{key}, post.id";
    }

    /// <summary>Written as the index that serves it is, or the planner would not see that it does.</summary>
    public string Key { get; }

    public bool IsDescending { get; }

    /// <summary>The key of a row: the post and its distance.</summary>
    public Func<JobPost, int?, long> KeyOf { get; }

    /// <summary>Puts a cursor's key into a statement.</summary>
    public Func<SqlConditions, long, string> Parameter { get; }

    /// <summary>What must be read of a post to know its key.</summary>
    public JobPostParts Parts { get; }

    public string OrderBy { get; }

    /// <param name="sort">The order asked for.</param>
    /// <param name="meters">The SQL of the distance, for the order that goes by it.</param>
    public static JobPostFeedOrder Of(JobPostSort sort, string? meters) => sort switch
    {
        JobPostSort.Recommended => Recommended,
        JobPostSort.Newest => Newest,
        JobPostSort.Distance => new(meters ?? throw new ArgumentException("DISTANCE needs an area."), false,
            (_, distance) => distance!.Value, Number, JobPostParts.Distance),
        JobPostSort.Wage => Wage,
        JobPostSort.Deadline => Deadline,
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    };

    private static string Number(SqlConditions sql, long key) => sql.Parameter((int)key);

    // Npgsql writes the greatest DateTime as 'infinity'.
    private static string Instant(SqlConditions sql, long key) => sql.Parameter(key == NoDeadline
        ? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc)
        : DateTime.UnixEpoch.AddTicks(key * TimeSpan.TicksPerMicrosecond));

    private static long Microseconds(DateTimeOffset instant) =>
        (instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
