using System.Globalization;

namespace Jobs.Persistence;

/// <summary>The filters of a feed query as SQL about <c>post</c>.</summary>
internal sealed class JobPostFeedConditions
{
    private readonly JobPostFeedQuery query;

    public JobPostFeedConditions(JobPostFeedQuery query)
    {
        this.query = query;
        AddOpen();
        AddArea();
        AddWork();
        AddPeople();
        foreach (var word in SearchText.Words(query.Keyword))
            Sql.Add($"post.search_text LIKE {Sql.Parameter(LikePattern.Containing(word))}");
    }

    public SqlConditions Sql { get; } = new();

    /// <summary>Whole metres from the centre of the search; null if it has no area.</summary>
    public string? Meters { get; private set; }

    /// <summary>Looks in the areas of the search and nowhere else; those who walk them one by one do without.</summary>
    public void AddNeighborhoods()
    {
        if (query.Area is { } area) Sql.Add($"post.neighborhood_id = ANY ({Sql.Parameter(area.NeighborhoodIds.ToArray())})");
    }

    private void AddOpen()
    {
        var now = Sql.Parameter(query.Now.UtcDateTime);
        Sql.Add($"post.status = 'OPEN' AND (post.expires_at IS NULL OR post.expires_at > {now})");
        if (query.Sort == JobPostSort.Recommended) Sql.Add($"post.published_at <= {Sql.Parameter(query.AsOf.UtcDateTime)}");
        if (query.PublishedSince is { } since) Sql.Add($"post.published_at >= {Sql.Parameter(since.UtcDateTime)}");
    }

    private void AddArea()
    {
        if (query.Area is not { } area) return;
        Meters = HaversineMeters(Sql.Parameter(area.Center.Latitude), Sql.Parameter(area.Center.Longitude));
        // The box first: most posts of the outer areas fail its four comparisons, and sines cost twenty times as much.
        var (southWest, northEast) = area.Center.Around(area.RadiusMeters + 1);
        var isNear = $"""
            post.public_latitude BETWEEN {Sql.Parameter(southWest.Latitude)} AND {Sql.Parameter(northEast.Latitude)}
            AND post.public_longitude BETWEEN {Sql.Parameter(southWest.Longitude)} AND {Sql.Parameter(northEast.Longitude)}
            AND {Meters} <= {Sql.Parameter(area.RadiusMeters)}
            """;
        Sql.Add(area.InsideIds.Count == 0
            ? isNear
            : $"(post.neighborhood_id = ANY ({Sql.Parameter(area.InsideIds.ToArray())}) OR {isNear})");
    }

    private void AddWork()
    {
        if (query.CategoryIds.Count > 0) Sql.Add($"post.category_id = ANY ({Sql.Parameter(query.CategoryIds.ToArray())})");
        if (query.WageTypes.Count > 0) Sql.Add($"post.wage_type = ANY ({Spelled(query.WageTypes)})");
        if (query.MinHourlyWage is { } minimum) Sql.Add($"post.hourly_equivalent >= {Sql.Parameter(minimum)}");
        if (query.AvailableDays is { } days) Sql.Add($"post.days & {Sql.Parameter((int)(WorkDays.All & ~days))} = 0");
        if (query.Bands is { } bands) Sql.Add($"post.bands & {Sql.Parameter((int)bands)} <> 0");
        if (query.Lengths.Count > 0) Sql.Add($"post.length = ANY ({Spelled(query.Lengths)})");
        if (query.IsUrgent is { } isUrgent) Sql.Add(isUrgent ? "post.is_urgent" : "NOT post.is_urgent"); // As their index has it.
        if (query.PaidSameDay is { } paidSameDay) Sql.Add($"post.paid_same_day = {Sql.Parameter(paidSameDay)}");
    }

    private void AddPeople()
    {
        if (query.OpenToAge is { } age) Sql.Add($"post.minimum_age <= {Sql.Parameter(age)}");
        if (query.EmployerVerification.Count > 0)
            Sql.Add($"""
                EXISTS (SELECT FROM employers AS employer WHERE employer.id = post.employer_id
                    AND employer.verification_level = ANY ({Spelled(query.EmployerVerification)}))
                """);
        if (query.HideAppliedBy is { } userId)
            Sql.Add($"""
                NOT EXISTS (SELECT FROM applications AS application WHERE application.job_post_id = post.id
                    AND application.applicant_id = {Sql.Parameter(userId)})
                """);
    }

    private string Spelled<TEnum>(IEnumerable<TEnum> values) where TEnum : struct, Enum =>
        Sql.Parameter(values.Select(value => EnumText.Of(value)).ToArray());

    // The same arithmetic as GeoPoint.DistanceTo, on the point that people may see.
    private static string HaversineMeters(string latitude, string longitude) => string.Create(CultureInfo.InvariantCulture, $"""
        floor({2 * GeoPoint.EarthRadiusMeters} * asin(sqrt(least(1, sin(radians(post.public_latitude - {latitude}) / 2) ^ 2
            + cos(radians({latitude})) * cos(radians(post.public_latitude))
            * sin(radians(post.public_longitude - {longitude}) / 2) ^ 2))))::int
        """);
}
