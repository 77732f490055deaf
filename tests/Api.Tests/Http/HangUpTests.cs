using System.Net.Http.Json;
using Jobs.Testing;

namespace Jobs.Api.Tests.Http;

/// <summary>An operation whose sender has gone ends, and so does what it asked of PostgreSQL.</summary>
public sealed class HangUpTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    [Fact(Timeout = 180_000)]
    public async Task A_client_that_hangs_up_stops_its_statement()
    {
        await using var held = await HeldTable.TakeAsync(api.Database);
        var before = api.Log.Lines.Count;
        using var hangUp = new CancellationTokenSource();
        var sending = api.Http.PostAsJsonAsync("/graphql", new { query = "{ jobPosts { nodes { id } } }" }, hangUp.Token);
        await held.UntilWaitingAsync(expected: true);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await held.UntilWaitingAsync(expected: false);
        Assert.DoesNotContain(api.Log.Lines.Skip(before), line => line.StartsWith("Error Jobs", StringComparison.Ordinal));
    }
}
