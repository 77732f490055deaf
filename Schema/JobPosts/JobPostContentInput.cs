namespace Jobs.Schema;

/// <summary>The members of a post that its employer writes; what is not given stays as it is.</summary>
public sealed record JobPostContentInput(
    string? Title, string? Description, string? CategoryId, WorkplaceInput? Workplace, WageInput? Wage,
    WorkScheduleInput? Schedule, int? Headcount, bool? IsUrgent, IReadOnlyList<string>? Benefits,
    IReadOnlyList<ScreeningQuestionInput>? Questions, Optional<DateTimeOffset?> ExpiresAt);

/// <summary>What the work pays, in won.</summary>
public sealed record WageInput(WageType Type, int Amount, int? AmountMax, bool? PaidSameDay, bool? Negotiable);

/// <summary>When the work is done; both times left out means negotiable hours, no days means negotiable days.</summary>
public sealed record WorkScheduleInput(
    EngagementLength Length, IReadOnlyList<DayOfWeek>? Days, DateOnly? StartsOn, DateOnly? EndsOn,
    LocalTime? StartTime, LocalTime? EndTime, int? BreakMinutes);

/// <summary>Where the work happens.</summary>
public sealed record WorkplaceInput(string NeighborhoodId, string? Address, GeoPointInput? Point, bool? HideExactAddress);

/// <summary>A question to applicants.</summary>
public sealed record ScreeningQuestionInput(string Text, bool? IsRequired);

/// <summary>A point on the map, WGS 84.</summary>
public sealed record GeoPointInput(double Latitude, double Longitude)
{
    /// <exception cref="GraphQLException">BAD_USER_INPUT: not a point on earth.</exception>
    public GeoPoint ToGeoPoint(string argument) =>
        Math.Abs(Latitude) <= 90 && Math.Abs(Longitude) <= 180
            ? new GeoPoint(Latitude, Longitude)
            : throw new GraphQLException(
                $"`{argument}` is not a point: latitude is -90 to 90, longitude -180 to 180.", ErrorCodes.BadUserInput);
}
