using Jobs.Persistence.Embedded;
using Jobs.Testing;

namespace Jobs.Persistence.Tests.Embedded;

public sealed class PreparedStatementTests(TestDatabase database) : IClassFixture<TestDatabase>
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
}
