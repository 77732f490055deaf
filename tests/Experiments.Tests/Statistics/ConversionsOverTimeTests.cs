using static Jobs.Experiments.Tests.Arms;

namespace Jobs.Experiments.Tests;

public sealed class ConversionsOverTimeTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public void Each_arm_has_a_curve_in_the_order_of_days()
    {
        var curves = ConversionsOverTime.Of(
        [
            new(Monday.AddDays(1), [Control(30, 300), Treatment(45, 300)]),
            new(Monday, [Control(10, 100), Treatment(15, 100)]),
        ]);
        Assert.Equal(["control", "hurry"], curves.Select(curve => curve.VariantKey));
        Assert.Equal([Monday, Monday.AddDays(1)], curves[1].Days.Select(day => day.Day));
        Assert.Equal([0.15, 0.15], curves[1].Days.Select(day => day.Rate));
        Assert.True(Width(curves[1].Days[1]) < Width(curves[1].Days[0]));
    }

    [Fact]
    public void A_day_without_people_is_no_point() =>
        Assert.Empty(ConversionsOverTime.Of([new(Monday, [Control(0, 0)])]).Single().Days);

    private static double Width(RateOfDay day) => day.RateHigh - day.RateLow;
}
