using System.Numerics;

namespace Jobs.Persistence;

/// <summary>Contracted hours a week, and what follows from them.</summary>
public static class WorkHours
{
    /// <summary>From this many hours a week on, a paid weekly holiday (주휴수당) is owed.</summary>
    public const double HolidayPayFrom = 15;

    private const double FullWeek = 40;
    private const double FullDay = 8;
    private const double WeeksPerMonth = 365.0 / 7 / 12;

    /// <summary>Null while the days or the times are negotiable.</summary>
    public static double? PerWeek(WorkDays days, Shift? shift) =>
        days != WorkDays.None && shift is { Hours: > 0 } known ? BitOperations.PopCount((uint)days) * known.Hours : null;

    /// <summary>Null while the hours are not known.</summary>
    public static bool? HolidayPayApplies(double? perWeek) => perWeek is { } hours ? hours >= HolidayPayFrom : null;

    /// <summary>Paid hours of an average month in whole hours, the paid weekly holidays included: 209 for 40 a week.</summary>
    public static double PaidPerMonth(double perWeek)
    {
        var holiday = perWeek >= HolidayPayFrom ? Math.Min(perWeek, FullWeek) / FullWeek * FullDay : 0;
        return Math.Round((perWeek + holiday) * WeeksPerMonth, MidpointRounding.AwayFromZero);
    }
}
