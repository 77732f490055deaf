namespace Jobs.Schema;

/// <summary>When the work is done, as clients draw it.</summary>
public sealed record WorkSchedule(
    EngagementLength Length, IReadOnlyList<DayOfWeek> Days, bool DaysNegotiable, DateOnly? StartsOn, DateOnly? EndsOn,
    LocalTime? StartTime, LocalTime? EndTime, bool IsOvernight, bool TimeNegotiable, int? BreakMinutes,
    IReadOnlyList<TimeBand> Bands, double? WeeklyHours);
