using Jobs.Testing;
using Npgsql;

namespace Jobs.Persistence.Tests.Embedded;

public sealed class HangulTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("SELECT string_agg(word, ' ' ORDER BY word) FROM unnest(ARRAY['하역', '카페', '가게', 'cafe', '나눔']) AS word",
        "cafe 가게 나눔 카페 하역")]
    [InlineData("SELECT lower('GS25 역삼 CAFÉ')", "gs25 역삼 café")]
    [InlineData("SELECT ('강남 카페 알바' LIKE '%카페%')::text", "true")]
    [InlineData("SELECT ('강남카페' ~ '^[[:alpha:]]+$')::text", "true")]
    [InlineData("SELECT cardinality(show_trgm('카페'))::text", "3")]
    [InlineData("SELECT current_setting('server_encoding')", "UTF8")]
    public async Task Korean_text_sorts_and_compares_properly(string query, string expected)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(query, connection);
        Assert.Equal(expected, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_keyword_of_three_syllables_is_found_through_the_trigram_index()
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand("""
            CREATE TABLE hangul_posts (search_text text NOT NULL);
            INSERT INTO hangul_posts
                SELECT CASE WHEN n % 5000 = 0 THEN '역삼역 샐러드카페 오전 ' ELSE '물류센터 상하차 ' || chr(44032 + n % 11172) END || n
                FROM generate_series(1, 20000) AS n;
            CREATE INDEX hangul_posts_search ON hangul_posts USING gin (search_text gin_trgm_ops);
            ANALYZE hangul_posts;
            EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) SELECT * FROM hangul_posts WHERE search_text LIKE '%샐러드카페%';
            """, connection);
        var plan = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) plan.Add(reader.GetString(0));

        Assert.Contains(plan, line => line.Contains("Bitmap Index Scan on hangul_posts_search", StringComparison.Ordinal));
        Assert.Contains(plan, line => line.Contains("rows=4", StringComparison.Ordinal));
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = await database.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("CREATE EXTENSION IF NOT EXISTS pg_trgm", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
