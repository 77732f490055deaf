using static Jobs.Experiments.Tests.Arms;

namespace Jobs.Experiments.Tests;

public sealed class ProportionsTests
{
    // statsmodels, documentation of proportions_ztest.
    [Fact]
    public void The_pooled_z_test_gives_the_published_figures()
    {
        var test = Proportions.ZTest(Treatment(12, 99), Control(5, 83));
        Assert.Equal(-1.40783, test.Z, 5);
        Assert.Equal(0.15918, test.PValue, 5);
    }

    // Mixpanel's documentation, which does not pool.
    [Fact]
    public void The_unpooled_error_gives_the_published_figures()
    {
        var error = Proportions.StandardError(Control(5, 10), Treatment(6, 10));
        Assert.Equal(0.2214, error, 4);
        Assert.Equal(0.4518, 0.1 / error, 4);
        Assert.Equal(0.6514, new ZTest(0.1 / error).PValue, 4);
    }

    [Fact] public void A_z_of_forty_still_has_a_p_value() => Assert.InRange(new ZTest(37).PValue, 1e-300, 1e-298);

    [Fact]
    public void Exchanging_the_arms_turns_the_sign_alone()
    {
        var (there, back) = (Proportions.Interval(Control(40, 400), Treatment(70, 500)),
            Proportions.Interval(Treatment(70, 500), Control(40, 400)));
        Assert.Equal(there.Estimate, -back.Estimate, 15);
        Assert.Equal(there.Low, -back.High, 15);
        Assert.Equal(there.High, -back.Low, 15);
    }

    // Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void One_rates_interval_is_the_published_one(long conversions, long people, double low, double high)
    {
        var rate = Proportions.Rate(Control(conversions, people));
        Assert.Equal(low, rate.Low, 4);
        Assert.Equal(high, rate.High, 4);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(7, 7)]
    [InlineData(3, 1000)]
    [InlineData(0, 0)]
    public void One_rates_interval_holds_the_rate_and_stays_within_0_and_1(long conversions, long people)
    {
        var rate = Proportions.Rate(Control(conversions, people));
        Assert.True(rate.Contains(rate.Estimate));
        Assert.True(rate.Low >= 0 && rate.High <= 1 && rate.Low < rate.High);
    }
}
