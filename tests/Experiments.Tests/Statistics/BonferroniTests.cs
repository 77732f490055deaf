namespace Jobs.Experiments.Tests;

public sealed class BonferroniTests
{
    [Fact]
    public void Comparisons_share_alpha()
    {
        Assert.Equal(0.025, Bonferroni.Alpha(0.05, 2));
        Assert.Equal(0.05, Bonferroni.Alpha(0.05, 0));
    }
}
