namespace Jobs.Experiments.Tests;

public sealed class SampleRatioTests
{
    // GrowthBook, back-end/test/stats.test.ts; then Wikipedia, srm.osc.garden and SciPy's questions and answers.
    [Theory]
    [InlineData(new long[] { 1000, 1200 }, new[] { 0.5, 0.5 }, 0.000020079)]
    [InlineData(new long[] { 135, 115 }, new[] { 0.5, 0.5 }, 0.205903211)]
    [InlineData(new long[] { 310, 98 }, new[] { 0.75, 0.25 }, 0.647434186)]
    [InlineData(new long[] { 500, 500, 600 }, new[] { 0.34, 0.33, 0.33 }, 0.000592638)]
    public void The_p_value_is_GrowthBooks(long[] observed, double[] weights, double expected) =>
        Assert.Equal(expected, SampleRatio.PValue(observed, weights), 9);

    [Theory]
    [InlineData(new long[] { 600, 400 }, 2.54e-10, 0.005e-10)]
    [InlineData(new long[] { 44000, 45000 }, 0.0008, 0.00005)]
    [InlineData(new long[] { 502, 498 }, 0.899, 0.0005)]
    public void The_p_value_is_the_published_one(long[] observed, double expected, double rounding) =>
        Assert.InRange(SampleRatio.PValue(observed, [0.5, 0.5]), expected - rounding, expected + rounding);

    [Fact]
    public void An_arm_of_weight_0_counts_neither_as_people_nor_as_a_degree_of_freedom()
    {
        var without = SampleRatio.PValue([1000, 1200], [0.5, 0.5]);
        Assert.Equal(without, SampleRatio.PValue([1000, 1200, 900], [0.5, 0.5, 0]), 15);
        Assert.Equal(2.0e-05, without, 6);
    }

    [Fact]
    public void Weights_may_have_any_unit() =>
        Assert.Equal(SampleRatio.PValue([310, 98], [0.75, 0.25]), SampleRatio.PValue([310, 98], [75, 25]), 12);

    [Theory]
    [InlineData(new long[] { 900 }, new[] { 1.0 })]
    [InlineData(new long[] { 0, 0 }, new[] { 0.5, 0.5 })]
    [InlineData(new long[] { 500, 500 }, new[] { 0.5, 0.5 })]
    public void Nothing_to_compare_or_a_perfect_fit_is_no_mismatch(long[] observed, double[] weights) =>
        Assert.Equal(1, SampleRatio.PValue(observed, weights));

    [Fact]
    public void A_mismatch_of_fifteen_standard_errors_is_still_more_than_0() =>
        Assert.InRange(SampleRatio.PValue([60_000, 55_000], [0.5, 0.5]), 1e-60, 1e-40);
}
