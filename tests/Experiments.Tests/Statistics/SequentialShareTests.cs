namespace Jobs.Experiments.Tests;

/// <summary>The exact test of where rare happenings fall, which may be looked at after each of them.</summary>
public sealed class SequentialShareTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(5, 5, 0.5, 6 / 32.0)]
    [InlineData(11, 11, 0.5, 12 / 2048.0)]
    [InlineData(12, 12, 0.5, 13 / 4096.0)]
    [InlineData(0, 12, 0.5, 13 / 4096.0)]
    [InlineData(3, 4, 0.25, 20 * 0.75 / 64)]
    public void It_is_the_integral_that_it_says(long inArm, long all, double share, double pValue) =>
        Assert.Equal(pValue, SequentialShare.PValue(inArm, all, share), 1e-12);

    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(1, 2, 0.5)]
    [InlineData(5, 5, 0)]
    [InlineData(5, 5, 1)]
    [InlineData(5, 5, double.NaN)]
    public void Where_nothing_can_be_told_chance_explains_it(long inArm, long all, double share) =>
        Assert.Equal(1, SequentialShare.PValue(inArm, all, share));

    [Theory]
    [InlineData(0.5, 20260311)]
    [InlineData(0.1, 20260312)]
    [InlineData(0.9, 20260313)]
    public void Looked_at_after_each_of_1000_happenings_it_is_wrong_as_rarely_as_it_says(double share, int seed)
    {
        const int experiments = 2000;
        var random = new Random(seed);
        int wrong = 0, wrongAtFive = 0;
        for (var experiment = 0; experiment < experiments; experiment++)
        {
            var (inArm, isWrong, isWrongAtFive) = (0, false, false);
            for (var all = 1; all <= 1000; all++)
            {
                if (random.NextDouble() < share) inArm++;
                var pValue = SequentialShare.PValue(inArm, all, share);
                isWrong |= pValue <= 0.01;
                isWrongAtFive |= pValue <= 0.05;
            }
            if (isWrong) wrong++;
            if (isWrongAtFive) wrongAtFive++;
        }
        output.WriteLine($"share {share}: wrong at 1 % in {wrong}, at 5 % in {wrongAtFive} of {experiments}");
        Assert.InRange(wrong, 1, experiments / 100); // So that the test can fail: it does make mistakes.
        Assert.InRange(wrongAtFive, experiments / 200, experiments / 20);
    }
}
