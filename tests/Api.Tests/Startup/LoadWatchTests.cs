using Jobs.Api.Startup;

namespace Jobs.Api.Tests.Startup;

/// <summary>When a load is over, by megabytes that were allocated from one look to the next.</summary>
public sealed class LoadWatchTests
{
    [Theory]
    [InlineData("----+", 900, 0, 0, 0, 0)]
    [InlineData("----+", 32, 4, 4, 4, 4)]
    [InlineData("------+--", 900, 800, 700, 1, 0, 0, 0, 0, 0)]
    [InlineData("----+----+", 900, 0, 0, 0, 0, 900, 0, 0, 0, 0)]
    [InlineData("---------", 900, 0, 0, 0, 5, 0, 0, 0, 5)]
    [InlineData("------+", 900, 20, 20, 4, 4, 4, 4)]
    [InlineData("---------", 31, 0, 0, 0, 0, 31, 0, 0, 0)]
    public void A_load_is_over_once_when_little_is_allocated_for_a_while(string over, params int[] megabytes)
    {
        var allocated = 100L << 20;
        var watch = new LoadWatch(allocated);
        var told = megabytes.Select(since => watch.IsOver(allocated += (long)since << 20) ? '+' : '-');
        Assert.Equal(over, string.Concat(told));
    }
}
