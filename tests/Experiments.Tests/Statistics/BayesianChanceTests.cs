using static Jobs.Experiments.Tests.Arms;

namespace Jobs.Experiments.Tests;

public sealed class BayesianChanceTests
{
    // GrowthBook, stats/tests/bayesian/test_tests.py.
    [Fact]
    public void Chance_interval_and_risks_are_GrowthBooks()
    {
        var chance = BayesianChance.Of(Control(49, 100), Treatment(51, 100))!;
        Assert.Equal(0.60918, chance.Chance, 5);
        Assert.Equal(-0.24779, chance.Lift.Low, 5);
        Assert.Equal(0.32943, chance.Lift.High, 5);
        Assert.Equal(0.0814, chance.RiskOfControl, 4);
        Assert.Equal(0.04058, chance.RiskOfTreatment, 5);
    }

    [Fact]
    public void Equal_arms_are_ahead_of_each_other_half_of_the_time() =>
        Assert.Equal(0.5, BayesianChance.Of(Control(50, 100), Treatment(50, 100))!.Chance, 12);
}
