namespace Jobs.Persistence.Tests.Model;

public sealed class ShiftTests
{
    [Theory]
    [InlineData("09:00", "18:00", 60, false, 8.0)]
    [InlineData("18:00", "24:00", 0, false, 6.0)]
    [InlineData("00:00", "24:00", 0, false, 24.0)]
    [InlineData("22:00", "06:00", 30, true, 7.5)]
    [InlineData("16:00", "02:30", 0, true, 10.5)]
    [InlineData("10:00", "10:00", 0, true, 24.0)]
    [InlineData("23:30", "00:15", 0, true, 0.75)]
    [InlineData("10:00", "10:20", 40, false, 0.0)]
    public void Hours_leave_the_break_out_and_go_past_midnight(
        string start, string end, int breakMinutes, bool isOvernight, double hours)
    {
        var shift = Of(start, end, breakMinutes);
        Assert.Equal((isOvernight, hours), (shift.IsOvernight, shift.Hours));
    }

    [Theory]
    [InlineData("09:00", "18:00", TimeBands.Morning | TimeBands.Afternoon)]
    [InlineData("11:01", "18:59", TimeBands.Afternoon)]
    [InlineData("11:00", "19:00", TimeBands.Morning | TimeBands.Afternoon | TimeBands.Evening)]
    [InlineData("18:00", "24:00", TimeBands.Evening | TimeBands.Night)]
    [InlineData("18:00", "22:59", TimeBands.Evening)]
    [InlineData("22:00", "06:00", TimeBands.Night)]
    [InlineData("00:00", "07:00", TimeBands.Night | TimeBands.Morning)]
    [InlineData("05:00", "06:30", TimeBands.Night)]
    [InlineData("21:00", "07:00", TimeBands.Evening | TimeBands.Night | TimeBands.Morning)]
    [InlineData("10:00", "10:00", TimeBands.All)]
    [InlineData("13:00", "13:59", TimeBands.None)]
    public void A_shift_belongs_to_every_band_that_it_overlaps_by_an_hour(string start, string end, TimeBands bands) =>
        Assert.Equal(bands, Of(start, end).Bands);

    [Theory]
    [InlineData("14:00", "22:00", false)]
    [InlineData("14:00", "22:01", true)]
    [InlineData("06:00", "10:00", false)]
    [InlineData("05:59", "10:00", true)]
    [InlineData("18:00", "02:00", true)]
    public void A_single_minute_of_the_night_touches_it(string start, string end, bool touches) =>
        Assert.Equal(touches, Of(start, end).TouchesNight);

    private static Shift Of(string start, string end, int breakMinutes = 0) => new(Minute(start), Minute(end), breakMinutes);

    private static int Minute(string time) => int.Parse(time[..2], null) * 60 + int.Parse(time[3..], null);
}
