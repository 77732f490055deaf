using Jobs.Api.Triage;
using Jobs.Persistence;

namespace Jobs.Api.Tests.Triage;

public sealed class OperationCountsTests
{
    private const int Minute = 29_000_000;

    [Fact]
    public async Task No_request_is_lost_or_told_twice_whoever_comes_at_the_same_time()
    {
        const int Clients = 4;
        const int Requests = 50_000;
        var counts = new OperationCounts("Feed");
        var told = new List<OperationMinute>();
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(() =>
        {
            // Two minutes take turns, as they do for a moment when one ends, and one in a thousand requests fails.
            for (var request = 0; request < Requests; request++) counts.Count(Minute + request / 100 % 2, request % 1000 == 0);
        })).ToList();
        while (!clients.TrueForAll(client => client.IsCompleted)) counts.Take(told, Minute + 1);
        await Task.WhenAll(clients);
        counts.Take(told, Minute + 1);
        Assert.Equal(Clients * Requests, told.Sum(row => row.Requests));
        Assert.Equal(Clients * Requests / 1000, told.Sum(row => row.Failures));
        Assert.Equal(Clients * Requests, counts.InFiveMinutes(PeriodCounts.StartOfMinute(Minute + 1)));
    }
}
