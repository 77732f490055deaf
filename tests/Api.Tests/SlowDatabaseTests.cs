using System.Net;
using System.Net.Http.Json;
using Jobs.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Jobs.Api.Tests;

/// <summary>Operations that wait for the database: they end at their limit, or when their sender has gone.</summary>
public sealed class SlowDatabaseTests(SlowDatabaseTests.ImpatientApi api) : IClassFixture<SlowDatabaseTests.ImpatientApi>
{
    private const string Feed = "{ jobPosts { nodes { id } } }";

    [Fact(Timeout = 60_000)]
    public async Task An_operation_that_takes_too_long_is_answered_TIMEOUT()
    {
        await using var held = await HeldTable.TakeAsync(api.Database);
        var answer = await api.Anonymous.SendAsync(Feed);
        Assert.Equal("TIMEOUT", answer.ErrorCode);
        Assert.Null(answer.Json["data"]);
    }

    /// <summary>Npgsql waits half a minute for a statement that nobody gives up.</summary>
    [Fact(Timeout = 20_000)]
    public async Task Somebody_who_is_seen_for_the_first_time_does_not_wait_for_a_database_that_does_not_answer()
    {
        await using var held = await HeldTable.TakeAsync(api.Database, "users");
        var answer = await new ApiViewer(api.Http, ApiDriver.TokenOf(77, api.Time.UtcNow)).SendAsync("{ __typename }");
        Assert.Equal((HttpStatusCode.InternalServerError, "INTERNAL_SERVER_ERROR"), (answer.Status, answer.ErrorCode));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_client_that_hangs_up_stops_its_statement()
    {
        await using var held = await HeldTable.TakeAsync(api.Database);
        var before = api.Log.Lines.Count;
        using var hangUp = new CancellationTokenSource();
        var sending = api.Http.PostAsJsonAsync("/graphql", new { query = Feed }, hangUp.Token);
        await held.UntilWaitingAsync(expected: true);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await held.UntilWaitingAsync(expected: false);
        Assert.DoesNotContain(api.Log.Lines.Skip(before), line => line.StartsWith("Error Jobs", StringComparison.Ordinal));
    }

    /// <summary>A service that gives an operation one second.</summary>
    public sealed class ImpatientApi : ApiDriver
    {
        protected override void Configure(WebApplicationBuilder builder) =>
            builder.Configuration.AddInMemoryCollection([new("GraphQL:ExecutionSecondsMax", "1")]);
    }
}
