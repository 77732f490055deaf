using Jobs.Persistence.Embedded;
using Jobs.Testing;

namespace Jobs.Persistence.Tests.Embedded;

public sealed class ConnectionDefaultsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("", 1)]
    [InlineData(";Max Auto Prepare=0", 0)]
    [InlineData(";MaxAutoPrepare=0", 0)]
    public async Task A_statement_that_comes_again_is_prepared_unless_the_connection_string_says_otherwise(string more, long prepared)
    {
        var token = TestContext.Current.CancellationToken;
        var options = new EmbeddedPostgresOptions { DataFolder = "", Report = _ => { } };
        await using var opened = await JobsDatabase.OpenAsync(database.ConnectionString + more, options, token);
        await using var connection = await opened.DataSource.OpenConnectionAsync(token);
        for (var round = 0; round < 10; round++)
        {
            await using var again = new Npgsql.NpgsqlCommand("SELECT 41 + 1", connection);
            await again.ExecuteScalarAsync(token);
        }
        await using var count = new Npgsql.NpgsqlCommand(
            "SELECT count(*) FROM pg_prepared_statements WHERE statement = 'SELECT 41 + 1'", connection);
        Assert.Equal(prepared, await count.ExecuteScalarAsync(token));
    }

    [Theory]
    [InlineData("", "on")]
    [InlineData(";No Reset On Close=false", "off")]
    [InlineData(";NoResetOnClose=false", "off")]
    public async Task A_connection_is_not_reset_between_two_users_unless_the_connection_string_says_otherwise(string more, string left)
    {
        var token = TestContext.Current.CancellationToken;
        var options = new EmbeddedPostgresOptions { DataFolder = "", Report = _ => { } };
        await using var opened = await JobsDatabase.OpenAsync($"{database.ConnectionString};Maximum Pool Size=1{more}", options, token);
        await using (var set = opened.DataSource.CreateCommand("SET log_parser_stats = on")) await set.ExecuteNonQueryAsync(token);
        await using var show = opened.DataSource.CreateCommand("SHOW log_parser_stats");
        Assert.Equal(left, await show.ExecuteScalarAsync(token));
    }

    [Fact]
    public async Task A_session_that_somebody_changed_ends_with_its_user()
    {
        var token = TestContext.Current.CancellationToken;
        var options = new EmbeddedPostgresOptions { DataFolder = "", Report = _ => { } };
        await using var opened = await JobsDatabase.OpenAsync($"{database.ConnectionString};Maximum Pool Size=1", options, token);
        await using (var connection = await opened.DataSource.OpenConnectionAsync(token))
        {
            await using var set = new Npgsql.NpgsqlCommand("SET log_parser_stats = on", connection);
            await set.ExecuteNonQueryAsync(token);
            ChangedSession.Discard(opened.DataSource);
        }
        await using var show = opened.DataSource.CreateCommand("SHOW log_parser_stats");
        Assert.Equal("off", await show.ExecuteScalarAsync(token));
    }

    [Theory]
    [InlineData("Maximum Pool Size=1")]
    [InlineData("Maximum Pool Size=4;Minimum Pool Size=4")]
    public async Task Reads_and_applying_have_connections_of_their_own(string size)
    {
        var token = TestContext.Current.CancellationToken;
        var options = new EmbeddedPostgresOptions { DataFolder = "", Report = _ => { } };
        await using var opened = await JobsDatabase.OpenAsync($"{database.ConnectionString};{size}", options, token);
        await using var held = await opened.DataSource.OpenConnectionAsync(token);
        await using var heldToo = size.Contains('4') ? await opened.DataSource.OpenConnectionAsync(token) : null;
        Assert.Equal([1], await opened.RoundTrips.ReadAsync(
            new SqlConditions(), "SELECT 1", row => row.Int32(), rowsExpected: 1, isShort: true, token));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => opened.Applying.AskAsync(
            new(UserId: 0, JobPostId: 0, JobPostParts.Whole, "Apply", IdempotencyKey: null, PerDayMax: 50, DateTimeOffset.UnixEpoch), token));
    }

    [Theory]
    [InlineData("")]
    [InlineData(";No Reset On Close=false")]
    public async Task Short_reads_are_planned_once_for_all_values_and_others_for_theirs(string more)
    {
        var token = TestContext.Current.CancellationToken;
        var options = new EmbeddedPostgresOptions { DataFolder = "", Report = _ => { } };
        await using var opened = await JobsDatabase.OpenAsync($"{database.ConnectionString};Maximum Pool Size=1{more}", options, token);
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(["force_generic_plan"], await ModeAsync(isShort: true));
            Assert.Equal(["auto"], await ModeAsync(isShort: false));
        }

        Task<List<string>> ModeAsync(bool isShort) => opened.RoundTrips.ReadAsync(
            new SqlConditions(), "SELECT current_setting('plan_cache_mode')", row => row.Text(), rowsExpected: 1, isShort, token);
    }
}
