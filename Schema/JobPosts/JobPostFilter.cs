namespace Jobs.Schema;

/// <summary>Where to search; exactly one is given.</summary>
public sealed record AreaInput(string? NeighborhoodId, string? NeighborhoodCode, GeoPointInput? Point);

/// <summary>All given members must hold; inside a list any one is enough.</summary>
public sealed record JobPostFilter(
    AreaInput? Area, int? RadiusMeters, string? Keyword, IReadOnlyList<string>? CategoryIds, IReadOnlyList<WageType>? WageTypes,
    int? MinHourlyWage, IReadOnlyList<DayOfWeek>? AvailableDays, IReadOnlyList<TimeBand>? TimeBands,
    IReadOnlyList<EngagementLength>? Lengths,
    bool? IsUrgent, bool? PaidSameDay, int? OpenToAge, IReadOnlyList<VerificationLevel>? EmployerVerification, bool? HideApplied,
    DateTimeOffset? PublishedSince)
{
    public const int RadiusMetersMin = 500;
    public const int RadiusMetersMax = 20_000;
    public const int RadiusMetersDefault = 3_000;

    /// <summary>The circle to search in; null if no area is given.</summary>
    /// <exception cref="GraphQLException">BAD_USER_INPUT: no such area, or a radius out of range.</exception>
    public FeedArea? ReadArea()
    {
        var radius = RadiusMeters ?? RadiusMetersDefault;
        if (radius is < RadiusMetersMin or > RadiusMetersMax)
            throw Bad($"`radiusMeters` must be {RadiusMetersMin} to {RadiusMetersMax}.");
        if (Area is null) return null;
        var known = KnownNeighborhoods.Shipped;
        if (Area.Point is { } point) return FeedArea.Around(point.ToGeoPoint("filter.area.point"), radius, known);
        var area = Area.NeighborhoodCode is { } code
            ? known.Find(code)
            : known.Find(GlobalId.Parse(Area.NeighborhoodId!, NodeType.Neighborhood));
        return area is null ? throw Bad("`filter.area` names no neighbourhood.") : known.SearchAround(area, radius);
    }

    /// <summary>The search that the filter asks for.</summary>
    /// <exception cref="GraphQLException">BAD_USER_INPUT: a member that cannot be.</exception>
    public JobPostFeedQuery ToQuery(JobPostSort sort, DateTimeOffset now, long? viewerId) =>
        new()
        {
            Now = now,
            Sort = sort,
            Area = ReadArea(),
            Keyword = Schema.Keyword.Check(Keyword, "filter.keyword"),
            CategoryIds = [.. (CategoryIds ?? []).Select(CategoryKey)],
            WageTypes = WageTypes ?? [],
            MinHourlyWage = MinHourlyWage,
            AvailableDays = AvailableDays is { Count: > 0 } days ? DaySets.SetOf(days) : null,
            Bands = TimeBands is { Count: > 0 } bands ? DaySets.SetOf(bands) : null,
            Lengths = Lengths ?? [],
            IsUrgent = IsUrgent,
            PaidSameDay = PaidSameDay,
            OpenToAge = OpenToAge,
            EmployerVerification = EmployerVerification ?? [],
            HideAppliedBy = HideApplied == true ? viewerId : null,
            PublishedSince = PublishedSince,
        };

    // A category that does not exist has no posts; left out, it would stand for all of them.
    private static int CategoryKey(string id) => KnownJobCategories.Find(GlobalId.Parse(id, NodeType.JobCategory))?.Id ?? 0;

    private static GraphQLException Bad(string message) => new(message, ErrorCodes.BadUserInput);
}
