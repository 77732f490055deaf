using System.Net;
using Jobs.Testing;
using Npgsql;

namespace Jobs.Api.Tests.Health;

/// <summary>What a load balancer is told while the database is fine, behind, away, and back.</summary>
public sealed class HealthTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    [Fact]
    public async Task A_running_process_is_live() =>
        Assert.Equal((HttpStatusCode.OK, """{"status":"live"}"""), await GetAsync("/health/live"));

    [Fact]
    public async Task A_migrated_database_makes_the_service_ready() =>
        Assert.Equal((HttpStatusCode.OK, """{"status":"ready"}"""), await ReadyAsync());

    [Fact]
    public async Task A_database_that_is_behind_makes_it_not_ready()
    {
        await ExecuteAsync("ALTER TABLE migrations_history RENAME TO migrations_history_away");
        var behind = await ReadyAsync();
        await ExecuteAsync("ALTER TABLE migrations_history_away RENAME TO migrations_history");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"status":"not ready","reason":"DATABASE_NOT_MIGRATED"}"""), behind);
        Assert.Equal(HttpStatusCode.OK, (await ReadyAsync()).Status);
    }

    [Fact]
    public async Task A_database_that_goes_away_masks_errors_and_is_found_again()
    {
        var name = new NpgsqlConnectionStringBuilder(api.Database.ConnectionString).Database;
        await TestCluster.ExecuteAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await api.Database.EndSessionsAsync();

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, """{"status":"not ready","reason":"DATABASE_UNREACHABLE"}"""),
            await ReadyAsync());
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/health/live")).Status);
        Assert.Equal("INTERNAL_SERVER_ERROR", (await api.Anonymous.SendAsync("{ jobPosts { nodes { id } } }")).ErrorCode);

        await TestCluster.ExecuteAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
        api.Database.DataSource.Clear(); // The test's own connections were cut too.
        Assert.Equal(HttpStatusCode.OK, (await ReadyAsync()).Status);
        (await api.Anonymous.SendAsync("{ jobPosts { nodes { id } } }")).ShouldBe("""{"data":{"jobPosts":{"nodes":[]}}}""");
    }

    [Fact]
    public async Task Many_load_balancers_cost_one_look_a_second()
    {
        Assert.Equal(HttpStatusCode.OK, (await ReadyAsync()).Status);
        await ExecuteAsync("ALTER TABLE migrations_history RENAME TO migrations_history_away");
        var withinTheSecond = await GetAsync("/health/ready");
        await ExecuteAsync("ALTER TABLE migrations_history_away RENAME TO migrations_history");
        Assert.Equal(HttpStatusCode.OK, withinTheSecond.Status);
    }

    private async Task<(HttpStatusCode Status, string Body)> ReadyAsync()
    {
        api.Time.Advance(TimeSpan.FromSeconds(2));
        return await GetAsync("/health/ready");
    }

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using var response = await api.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var command = api.Database.DataSource.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
