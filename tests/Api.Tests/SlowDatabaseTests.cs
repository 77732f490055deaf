using System.Net;
using Jobs.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Jobs.Api.Tests;

/// <summary>Operations that wait for a database that does not answer: they end at their limit.</summary>
public sealed class SlowDatabaseTests(SlowDatabaseTests.ImpatientApi api) : IClassFixture<SlowDatabaseTests.ImpatientApi>
{
    private const string Feed = "{ jobPosts { nodes { id } } }";

    [Fact(Timeout = 180_000)]
    public async Task An_operation_that_takes_too_long_is_answered_TIMEOUT()
    {
        await using var held = await HeldTable.TakeAsync(api.Database);
        var answer = await api.Anonymous.SendAsync(Feed);
        Assert.Equal("TIMEOUT", answer.ErrorCode);
        Assert.Null(answer.Json["data"]);
    }

    [Fact(Timeout = 180_000)]
    public async Task Somebody_who_is_seen_for_the_first_time_does_not_wait_for_a_database_that_does_not_answer()
    {
        await using var held = await HeldTable.TakeAsync(api.Database, "users");
        var asking = new ApiViewer(api.Http, ApiDriver.TokenOf(77, api.Time.UtcNow)).SendAsync("{ __typename }");
        await held.UntilWaitingAsync(expected: true);
        var answer = await Wait.ForAsync(asking, api.Time, TimeSpan.FromSeconds(5));
        Assert.Equal((HttpStatusCode.InternalServerError, "INTERNAL_SERVER_ERROR"), (answer.Status, answer.ErrorCode));
    }

    /// <summary>A service that gives an operation one second.</summary>
    public sealed class ImpatientApi : ApiDriver
    {
        protected override void Configure(WebApplicationBuilder builder) =>
            builder.Configuration.AddInMemoryCollection([new("GraphQL:ExecutionSecondsMax", "1")]);
    }
}
