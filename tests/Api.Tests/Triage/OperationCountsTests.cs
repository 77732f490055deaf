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
        const int Requests = 500_000;
        var counts = new OperationCounts("Feed");
        var told = new List<OperationMinute>();
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(() =>
        {
            // A minute ends in between, not for all of them at once, and one in a thousand requests fails.
            for (var request = 0; request < Requests; request++) counts.Count(Minute + request * 2 / Requests, request % 1000 == 0);
        })).ToList();
        while (!clients.TrueForAll(client => client.IsCompleted)) counts.Take(told, Minute + 1);
        await Task.WhenAll(clients);
        counts.Take(told, Minute + 1);
        Assert.Equal(Clients * Requests, told.Sum(row => row.Requests));
        Assert.Equal(Clients * Requests / 1000, told.Sum(row => row.Failures));
        Assert.Equal(Clients * Requests, counts.InFiveMinutes(PeriodCounts.StartOfMinute(Minute + 1)));
    }
}
