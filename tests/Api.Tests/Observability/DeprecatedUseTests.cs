using Jobs.Api.Observability;
using Jobs.Api.Tests.Startup;
using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Tests.Observability;

/// <summary>What is deprecated is counted by client and day, so that somebody can tell when it may go.</summary>
public sealed class DeprecatedUseTests(ObservedApi api) : IClassFixture<ObservedApi>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_are_added_up_in_the_table_and_shown_by_the_verb()
    {
        await api.SendAsync("{ openJobs }", client: "jobs-android", version: "3.14.0");
        await api.SendAsync("{ openJobs }", client: "jobs-android", version: "3.14.0");
        await api.SendAsync("{ jobs }", client: "jobs-ios", version: "1");
        await WriteAsync();
        await api.SendAsync("{ openJobs }", client: "jobs-android", version: "3.14.0");
        await api.SendAsync("query ($kind: Kind) { jobs(kind: $kind) }", new { kind = "DAILY" });
        await WriteAsync();

        await using var db = await api.Database.DbFactory.CreateDbContextAsync(Cancellation);
        var today = DateOnly.FromDateTime(api.Time.UtcNow.UtcDateTime);
        var uses = await db.SumDeprecatedUsesAsync(today, Cancellation);
        Assert.Equal(
            [("Kind.DAILY", "unknown", "", 1L), ("Query.openJobs", "jobs-android", "3.14.0", 3L)],
            uses.Select(use => (use.Coordinate, use.ClientName, use.ClientVersion, use.Requests)).Order());
        Assert.Equal(0, (await db.SumDeprecatedUsesAsync(today.AddDays(1), Cancellation)).Sum(use => use.Requests));

        var (exitCode, output, errors) = await ServiceProcess.RunAsync(["schema", "usage"], new()
        {
            ["ConnectionStrings__Jobs"] = api.Database.ConnectionString,
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
        });
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("| Query.openJobs | jobs-android | 3.14.0  | 2026-03-06 00:00Z |", output, StringComparison.Ordinal);

        await db.ForgetDeprecatedUsesAsync(today.AddDays(DeprecatedUseRows.KeptDays + 1), Cancellation);
        Assert.Empty(await db.SumDeprecatedUsesAsync(today, Cancellation));
    }

    [Fact]
    public void Clients_beyond_the_limit_are_counted_together_until_the_next_day()
    {
        var time = new FakeTimeProvider();
        var tally = new DeprecatedUseTally(time, Options.Create(new ObservabilityOptions { ClientsMax = 2 }));
        foreach (var name in (string[])["a", "b", "c", "d", "a"]) tally.Add(["Query.x"], new ClientIdentity(name, "1"));
        Assert.Equal([("a", 2L), ("b", 1L), ("other", 2L)], Names(tally.Take()));
        tally.Add(["Query.x"], new ClientIdentity("e", "1"));
        Assert.Equal([("other", 1L)], Names(tally.Take()));
        time.Advance(TimeSpan.FromDays(1));
        tally.Add(["Query.x"], new ClientIdentity("e", "1"));
        Assert.Equal([("e", 1L)], Names(tally.Take()));
    }

    [Fact]
    public void Counts_that_were_put_back_are_not_lost()
    {
        var tally = new DeprecatedUseTally(new FakeTimeProvider(), Options.Create(new ObservabilityOptions()));
        tally.Add(["Query.x"], ClientIdentity.Unknown);
        var taken = tally.Take();
        tally.Add(["Query.x"], ClientIdentity.Unknown);
        tally.PutBack(taken);
        Assert.Equal(2, Assert.Single(tally.Take()).Requests);
        Assert.Empty(tally.Take());
    }

    private static IEnumerable<(string, long)> Names(IReadOnlyList<DeprecatedUse> uses) =>
        uses.Select(use => (use.ClientName, use.Requests)).Order();

    private Task WriteAsync() => api.Hosted<DeprecatedUseWriter>().WriteAsync(Cancellation);
}
