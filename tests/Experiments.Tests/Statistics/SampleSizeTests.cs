namespace Jobs.Experiments.Tests;

public sealed class SampleSizeTests(ITestOutputHelper output)
{
    // R, documentation of power.prop.test: n = 76.7 for .50, .75 and a power of .90.
    [Fact]
    public void One_look_at_the_end_needs_what_R_says() =>
        Assert.Equal(77, SampleSize.PerArm(0.50, 0.25, 0.05, 0.90));

    [Fact]
    public void Raising_and_lowering_by_the_same_rates_need_the_same() =>
        Assert.Equal(SampleSize.PerArm(0.10, 0.02), SampleSize.PerArm(0.12, -0.02));

    [Fact]
    public void More_arms_need_more_people_each() =>
        Assert.True(SampleSize.PerArm(0.1, 0.02, arms: 3) > SampleSize.PerArm(0.1, 0.02, arms: 2));

    [Theory]
    [InlineData(0.05, 0.8, 1.915)]
    [InlineData(0.05, 0.9, 1.773)]
    [InlineData(0.01, 0.8, 1.668)]
    public void Looking_at_any_time_costs_so_many_times_the_people(double alpha, double power, double factor) =>
        Assert.Equal(factor, SampleSize.SequentialFactor(alpha, power), 3);

    [Fact]
    public void The_planned_size_is_both_arms_times_the_factor()
    {
        var planned = SampleSize.Planned(0.1, 0.02, 0.05, 0.8, [50, 50]);
        output.WriteLine($"10 % to 12 %, 80 %: {SampleSize.PerArm(0.1, 0.02):N0} an arm for one look, {planned:N0} for any look");
        Assert.Equal(2 * SampleSize.PerArm(0.1, 0.02) * SampleSize.SequentialFactor(), planned, planned * 0.002);
    }

    [Fact]
    public void A_small_arm_needs_a_longer_experiment() =>
        Assert.True(SampleSize.Planned(0.1, 0.02, 0.05, 0.8, [90, 10]) > 2 * SampleSize.Planned(0.1, 0.02, 0.05, 0.8, [50, 50]));

    [Fact]
    public void Weights_without_a_treatment_are_refused() =>
        Assert.Throws<ArgumentException>(() => SampleSize.Planned(0.1, 0.02, 0.05, 0.8, [100, 0]));

    [Fact]
    public void The_effect_that_a_size_finds_is_about_the_one_that_asked_for_it()
    {
        var planned = SampleSize.Planned(0.1, 0.01, 0.05, 0.8, [50, 50]);
        Assert.Equal(0.01, SampleSize.DetectableEffect(0.1, planned, 0.05, 0.8, [50, 50]), 3);
    }

    [Theory]
    [InlineData(1000, 100, 7000, 7)]
    [InlineData(1000, 100, 7001, 14)]
    [InlineData(1000, 50, 7000, 14)]
    [InlineData(1000, 100, 1, 7)]
    [InlineData(0, 100, 1, null)]
    [InlineData(1000, 0, 1, null)]
    [InlineData(1, 100, 1_000_000, null)]
    public void Planned_days_are_whole_weeks(double peoplePerDay, double trafficPercent, long sampleSize, int? days) =>
        Assert.Equal(days, SampleSize.PlannedDays(peoplePerDay, trafficPercent, sampleSize));

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(0.1, 0)]
    [InlineData(0.1, -0.1)]
    [InlineData(0.9, 0.2)]
    [InlineData(double.NaN, 0.2)]
    public void Rates_outside_0_and_1_are_refused(double baselineRate, double effect) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.PerArm(baselineRate, effect));
}
