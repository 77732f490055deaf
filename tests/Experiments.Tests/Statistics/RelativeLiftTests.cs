using static Jobs.Experiments.Tests.Arms;

namespace Jobs.Experiments.Tests;

public sealed class RelativeLiftTests
{
    // GrowthBook, stats/tests/frequentist/test_tests.py.
    [Fact]
    public void The_relative_lift_gives_GrowthBooks_figures()
    {
        var relative = RelativeLift.Of(Control(14, 28), Treatment(16, 30))!;
        var interval = relative.Interval();
        Assert.Equal(0.06667, relative.Lift, 5);
        Assert.Equal(0.27170, relative.StandardError, 5);
        Assert.Equal(-0.47767, interval.Low, 5);
        Assert.Equal(0.61101, interval.High, 5);
        Assert.Equal(0.80707, relative.PValue, 5);
    }

    [Fact]
    public void Nothing_is_relative_to_a_control_without_conversions() =>
        Assert.Null(RelativeLift.Of(Control(0, 100), Treatment(5, 100)));
}
