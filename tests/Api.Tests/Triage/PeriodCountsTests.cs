using Jobs.Api.Triage;

namespace Jobs.Api.Tests.Triage;

/// <summary>Windows slide: nothing counts for longer than its window, and all of it for nearly as long.</summary>
public sealed class PeriodCountsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 6, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 100)]
    [InlineData(239, 100)]
    [InlineData(299, 100)]
    [InlineData(315, 75)]
    [InlineData(330, 50)]
    [InlineData(359, 2)]
    [InlineData(360, 0)]
    [InlineData(3600, 0)]
    public void A_minute_leaves_the_window_of_five_minutes_little_by_little(int secondsLater, long counted)
    {
        var counts = new PeriodCounts(PeriodCounts.MinuteSeconds, 64);
        counts.Add(PeriodCounts.MinuteOf(Noon), 60);
        counts.Add(PeriodCounts.MinuteOf(Noon), 40);
        Assert.Equal(counted, counts.Within(5, Noon.AddSeconds(secondsLater)));
    }

    [Fact]
    public void A_steady_rate_is_seen_as_it_is_at_any_second()
    {
        var counts = new PeriodCounts(PeriodCounts.MinuteSeconds, 64);
        var now = Noon;
        for (var second = 0; second < 1800; second++, now = now.AddSeconds(1))
        {
            counts.Add(PeriodCounts.MinuteOf(now), 1);
            if (second >= 360) Assert.InRange(counts.Within(5, now), 300, 301);
        }
    }

    [Fact]
    public void Old_periods_make_room_and_what_comes_too_late_is_left_out()
    {
        var counts = new PeriodCounts(PeriodCounts.HourSeconds, 4);
        var hour = PeriodCounts.HourOf(Noon);
        counts.Add(hour, 1);
        counts.Add(hour + 4, 2);
        counts.Add(hour, 5);
        Assert.Equal((0, 2), (counts[hour], counts[hour + 4]));
        Assert.Equal(2, counts.Since(0, hour + 4));
    }

    [Fact]
    public void The_number_of_a_period_leads_back_to_its_beginning()
    {
        var at = Noon.AddMinutes(34).AddSeconds(56);
        Assert.Equal(Noon.AddMinutes(34), PeriodCounts.StartOfMinute(PeriodCounts.MinuteOf(at)));
        Assert.Equal(Noon, PeriodCounts.StartOfHour(PeriodCounts.HourOf(at)));
    }
}
