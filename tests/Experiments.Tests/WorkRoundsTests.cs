using Jobs.Testing;

namespace Jobs.Experiments.Tests;

public sealed class WorkRoundsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_round_that_went_well_is_told_with_how_long_it_took()
    {
        var ended = Watch(out var rounds);
        await rounds.RunAsync("sweep", TimeSpan.FromMinutes(1), _ =>
        {
            _time.Advance(TimeSpan.FromSeconds(3));
            return Task.CompletedTask;
        }, CancellationToken.None);
        var round = Assert.Single(ended);
        Assert.Equal(("sweep", TimeSpan.FromSeconds(3), null), (round.Work, round.Duration, round.Failure));
    }

    [Fact]
    public async Task Whatever_goes_wrong_in_a_round_is_told_and_not_thrown()
    {
        var ended = Watch(out var rounds);
        var failure = new InvalidTimeZoneException();
        await rounds.RunAsync("sweep", TimeSpan.FromMinutes(1), _ => throw failure, CancellationToken.None);
        Assert.Same(failure, Assert.Single(ended).Failure);
    }

    [Fact]
    public async Task The_next_round_comes_after_one_that_failed_and_none_after_the_service_has_stopped()
    {
        var ended = Watch(out var rounds);
        using var stopping = new CancellationTokenSource();
        var repeating = rounds.RepeatAsync(
            "sweep", TimeSpan.FromMinutes(1), _ => throw new InvalidTimeZoneException(), stopping.Token);
        for (var count = 1; count <= 3; count++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await Wait.UntilAsync(() => ended.Count == count);
        }
        await stopping.CancelAsync();
        await repeating;
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(3, ended.Count);
    }

    private List<WorkRound> Watch(out WorkRounds rounds)
    {
        var ended = new List<WorkRound>();
        rounds = new WorkRounds(_time);
        rounds.Ended += ended.Add;
        return ended;
    }
}
