using static Jobs.Experiments.Tests.Arms;

namespace Jobs.Experiments.Tests;

public sealed class SequentialIntervalTests
{
    // The formula by hand: rho^2 = (-2 ln .05 + ln(-2 ln .05 + 1)) / 2000 = .0039681, N rho^2 = 7.9362,
    // half = SE sqrt(2 * 8.9362 / 7.9362 * ln(sqrt(8.9362) / .05)) = SE * 3.0352.
    [Fact]
    public void At_the_planned_size_the_interval_is_3_04_standard_errors_to_each_side()
    {
        var (control, treatment) = (Control(100, 1000), Treatment(120, 1000));
        var lift = SequentialInterval.Of(control, treatment, 0.05, 2000);
        Assert.Equal(0.02, lift.Estimate, 12);
        Assert.Equal(3.0352, (lift.High - lift.Low) / 2 / Proportions.StandardError(control, treatment), 4);
    }

    [Fact]
    public void The_p_value_and_the_interval_say_the_same()
    {
        for (var conversions = 100; conversions < 200; conversions++)
        {
            var lift = SequentialInterval.Of(Control(100, 1000), Treatment(conversions, 1000), 0.05, 2000);
            Assert.Equal(lift.ExcludesZero, lift.PValue < 0.05);
        }
    }

    [Fact]
    public void A_p_value_that_no_double_can_hold_has_a_logarithm()
    {
        var lift = SequentialInterval.Of(Control(1_000_000, 10_000_000), Treatment(2_000_000, 10_000_000));
        Assert.Equal(0, lift.PValue);
        // z^2 is 400,000 and N rho^2 / (N rho^2 + 1) almost 1: half of it, and half the logarithm of N rho^2.
        Assert.InRange(lift.LogPValue, -200_000, -199_980);
    }

    [Fact]
    public void Exchanging_the_arms_turns_the_sign_alone()
    {
        var there = SequentialInterval.Of(Control(40, 400), Treatment(90, 600));
        var back = SequentialInterval.Of(Treatment(90, 600), Control(40, 400));
        Assert.Equal(
            (there.Estimate, there.Low, there.High, there.LogPValue), (-back.Estimate, -back.High, -back.Low, back.LogPValue));
    }

    [Fact]
    public void It_holds_the_estimate_and_narrows_with_every_doubling_of_the_people()
    {
        var before = 2.0;
        for (var people = 40L; people < 10_000_000; people *= 2)
        {
            var lift = SequentialInterval.Of(Control(people / 10, people), Treatment(people / 8, people));
            Assert.InRange(lift.Estimate, lift.Low, lift.High);
            Assert.True(lift.High - lift.Low < before);
            before = lift.High - lift.Low;
        }
    }

    [Fact]
    public void More_conversions_in_the_treatment_never_lower_the_lift()
    {
        var before = SequentialInterval.Of(Control(300, 1000), Treatment(0, 1000), 0.05, 2000);
        for (var conversions = 1; conversions <= 1000; conversions++)
        {
            var lift = SequentialInterval.Of(Control(300, 1000), Treatment(conversions, 1000), 0.05, 2000);
            Assert.True(lift.Estimate > before.Estimate);
            before = lift;
        }
    }

    [Theory]
    [InlineData(0, 3, 3, 3)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 10, 0, 10)]
    public void A_handful_of_people_proves_nothing(long without, long people, long with, long others)
    {
        var lift = SequentialInterval.Of(Control(without, people), Treatment(with, others));
        Assert.False(lift.ExcludesZero);
        Assert.True(lift.High - lift.Low > 0.5);
        Assert.True(lift.Low >= -1 && lift.High <= 1);
    }
}
