namespace Jobs.Persistence.Tests.Model;

public sealed class WageArithmeticTests
{
    private static readonly Shift EightHours = new(9 * 60, 18 * 60, 60);
    private static readonly Shift FourHours = new(18 * 60, 22 * 60);
    private static readonly Shift NightHours = new(22 * 60, 6 * 60);

    [Theory]
    [InlineData(WorkDays.Weekdays, 40.0)]
    [InlineData(WorkDays.Weekend, 16.0)]
    [InlineData(WorkDays.All, 56.0)]
    [InlineData(WorkDays.None, null)]
    public void Weekly_hours_are_days_times_hours(WorkDays days, double? hours) =>
        Assert.Equal(hours, WorkHours.PerWeek(days, EightHours));

    [Fact]
    public void Weekly_hours_are_unknown_while_the_times_are() => Assert.Null(WorkHours.PerWeek(WorkDays.Weekdays, null));

    [Theory]
    [InlineData(40, 209)]
    [InlineData(20, 104)]
    [InlineData(15, 78)]
    [InlineData(14.5, 63)]
    [InlineData(52, 261)]
    public void A_month_of_paid_hours_includes_the_paid_holidays_from_15_hours_a_week_on(double perWeek, double perMonth) =>
        Assert.Equal(perMonth, WorkHours.PaidPerMonth(perWeek));

    [Theory]
    [InlineData(15.0, true)]
    [InlineData(14.9, false)]
    [InlineData(null, null)]
    public void Holiday_pay_is_owed_from_15_hours_on(double? perWeek, bool? applies) =>
        Assert.Equal(applies, WorkHours.HolidayPayApplies(perWeek));

    [Theory]
    [InlineData(WageType.Hourly, 10_320, 10_320)]
    [InlineData(WageType.Daily, 100_000, 12_500)]
    [InlineData(WageType.Weekly, 500_000, 12_500)]
    [InlineData(WageType.Monthly, 2_156_880, 10_320)]
    [InlineData(WageType.Monthly, 2_156_879, 10_319)]
    [InlineData(WageType.Yearly, 25_882_560, 10_320)]
    [InlineData(WageType.PerTask, 5_000, null)]
    [InlineData(WageType.Hourly, 0, null)]
    public void Every_wage_comes_to_won_per_hour_rounded_down(WageType type, int amount, int? hourly) =>
        Assert.Equal(hourly, HourlyEquivalent.Of(type, amount, WorkDays.Weekdays, EightHours));

    [Theory]
    [InlineData(WageType.Hourly, 10_000)]
    [InlineData(WageType.Daily, null)]
    [InlineData(WageType.Weekly, null)]
    [InlineData(WageType.Monthly, null)]
    [InlineData(WageType.Yearly, null)]
    public void Unknown_hours_leave_only_an_hourly_wage_comparable(WageType type, int? hourly) =>
        Assert.Equal(hourly, HourlyEquivalent.Of(type, 10_000, WorkDays.None, null));

    [Fact]
    public void A_daily_wage_needs_no_days() =>
        Assert.Equal(15_000, HourlyEquivalent.Of(WageType.Daily, 60_000, WorkDays.None, FourHours));

    [Fact]
    public void A_night_shift_divides_by_its_hours_past_midnight() =>
        Assert.Equal(12_500, HourlyEquivalent.Of(WageType.Daily, 100_000, WorkDays.None, NightHours));

    [Theory]
    [InlineData(10_320, 2026, true)]
    [InlineData(10_319, 2026, false)]
    [InlineData(10_319, 2099, null)]
    [InlineData(null, 2026, null)]
    public void The_minimum_wage_of_the_day_decides(int? hourly, int year, bool? meets) =>
        Assert.Equal(meets, HourlyEquivalent.MeetsMinimumWage(hourly, KnownMinimumWages.On(new DateOnly(year, 6, 1))));

    [Theory]
    [InlineData("2017-12-31", null)]
    [InlineData("2018-01-01", 7_530)]
    [InlineData("2025-12-31", 10_030)]
    [InlineData("2026-12-31", 10_320)]
    [InlineData("2027-01-01", null)]
    public void Only_announced_years_have_a_minimum_wage(string day, int? hourly) =>
        Assert.Equal(hourly, KnownMinimumWages.On(DateOnly.Parse(day, null))?.Hourly);

    [Theory]
    [InlineData("cafe", false, 15)]
    [InlineData("cafe", true, 18)]
    [InlineData("construction", false, 18)]
    [InlineData("bar", false, 19)]
    [InlineData("bar", true, 19)]
    public void The_night_and_the_kind_of_work_raise_the_minimum_age(string category, bool isNight, int age) =>
        Assert.Equal(age, MinimumAge.Of(KnownJobCategories.Find(category)!, isNight ? NightHours : EightHours));
}
