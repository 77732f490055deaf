namespace Jobs.Experiments.Tests;

/// <summary>What looking at any time does to each test: 1,000 experiments without a difference, 40 looks each.</summary>
public sealed class PeekingTests(ITestOutputHelper output)
{
    private const int Experiments = 1000, Looks = 40;
    private const long People = 20_000;

    [Theory]
    [InlineData(0.10, 20260301)]
    [InlineData(0.02, 20260302)]
    [InlineData(0.50, 20260303)]
    public void The_always_valid_test_may_be_looked_at_40_times_and_the_z_test_may_not(double rate, int seed)
    {
        var random = new Random(seed);
        int alwaysValid = 0, peeked = 0, atTheEnd = 0;
        for (var experiment = 0; experiment < Experiments; experiment++)
        {
            var looks = new SimulatedExperiment(random, [rate, rate], [50, 50]).Looks(Looks, People).ToList();
            if (looks.Exists(arms => SequentialInterval.Of(arms[0], arms[1], 0.05, People).ExcludesZero)) alwaysValid++;
            if (looks.Exists(arms => Proportions.ZTest(arms[0], arms[1]).PValue < 0.05)) peeked++;
            if (Proportions.ZTest(looks[^1][0], looks[^1][1]).PValue < 0.05) atTheEnd++;
        }
        output.WriteLine($"{rate:P0}, false wins: always valid {alwaysValid / 10.0} %, z-test at every look {peeked / 10.0} %, " +
            $"z-test at the end {atTheEnd / 10.0} %");
        Assert.InRange(alwaysValid, 0, 50);
        // So that the test can fail: the same counts mislead the usual test, and chance is what it should be at one look.
        Assert.InRange(peeked, 250, 400);
        Assert.InRange(atTheEnd, 30, 70);
    }
}
