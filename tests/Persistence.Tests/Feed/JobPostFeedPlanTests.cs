using System.Text.Json;
using Jobs.Persistence.Tests.Model;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jobs.Persistence.Tests.Feed;

/// <summary>The plans of the feed over 20,000 posts: which index they use and how few pages they touch.</summary>
public sealed class JobPostFeedPlanTests(JobPostFeedPlanTests.Crowd crowd) : IClassFixture<JobPostFeedPlanTests.Crowd>
{
    private static readonly DateTimeOffset Now = Some.Now;

    [Theory]
    [InlineData(JobPostSort.Newest, "ix_job_posts_newest_nearby")]
    [InlineData(JobPostSort.Recommended, "ix_job_posts_recommended_nearby")]
    public async Task Thirty_neighborhoods_are_thirty_short_index_walks(JobPostSort sort, string index)
    {
        var area = FeedArea.Around(Some.Yeoksam, 3200, KnownNeighborhoods.Shipped);
        var dongs = area.NeighborhoodIds.Count(id => KnownNeighborhoods.Shipped.Find(id)!.Level == NeighborhoodLevel.Dong);
        Assert.InRange(dongs, 30, 60);

        var plan = await crowd.ExplainAsync(new() { Now = Now, Sort = sort, Area = area });
        Assert.Contains(index, plan.Indexes);
        Assert.Empty(plan.TablesReadWhole);
        Assert.InRange(plan.Buffers, 1, 600); // Measured: about 300; reading every open post of the areas takes thousands.
    }

    [Theory]
    [InlineData(JobPostSort.Newest)]
    [InlineData(JobPostSort.Recommended)]
    public async Task Areas_at_the_edge_are_read_no_further_than_the_page_that_the_near_ones_fill(JobPostSort sort)
    {
        // All posts lie at the centres of their areas: of most areas at the edge none is in the circle, and none is looked at.
        var area = FeedArea.Around(Some.Yeoksam.Center, 3200, KnownNeighborhoods.Shipped);
        Assert.True(area.FarIds.Count > 4 * area.NearIds.Count);

        var plan = await crowd.ExplainAsync(new() { Now = Now, Sort = sort, Area = area });
        Assert.InRange(plan.EntriesRead, 1, 600); // Measured: about 250; to the ends of those areas it would be thousands.
    }

    [Theory]
    [InlineData(JobPostSort.Newest)]
    [InlineData(JobPostSort.Recommended)]
    public async Task Pages_of_an_area_are_those_of_all_its_posts_in_their_order(JobPostSort sort)
    {
        var query = new JobPostFeedQuery
        {
            Now = Now,
            Sort = sort,
            Limit = 40,
            Area = FeedArea.Around(Some.Yeoksam, 3200, KnownNeighborhoods.Shipped),
        };
        var expected = await crowd.InOrderAsync(query);
        var found = new List<long>();
        for (var page = 0; page < 5; page++)
        {
            var rows = await crowd.Feed.PageAsync(query, TestContext.Current.CancellationToken);
            found.AddRange(rows.Select(row => row.JobPost.Id));
            query = query with { After = rows[^1].Cursor };
        }
        Assert.Equal(200, found.Count);
        Assert.Equal(expected.Take(200), found);
    }

    [Fact]
    public async Task Urgent_posts_nearby_are_found_among_the_urgent_ones()
    {
        var area = FeedArea.Around(Some.Yeoksam, 1000, KnownNeighborhoods.Shipped);
        var plan = await crowd.ExplainAsync(new() { Now = Now, Sort = JobPostSort.Distance, Area = area, IsUrgent = true });
        Assert.Contains("ix_job_posts_urgent_nearby", plan.Indexes);
        Assert.Empty(plan.TablesReadWhole);
        Assert.InRange(plan.Buffers, 1, 100);
    }

    [Theory]
    [InlineData(JobPostSort.Newest, "ix_job_posts_newest")]
    [InlineData(JobPostSort.Recommended, "ix_job_posts_recommended")]
    [InlineData(JobPostSort.Wage, "ix_job_posts_wage")]
    [InlineData(JobPostSort.Deadline, "ix_job_posts_deadline")]
    public async Task The_whole_country_in_any_order_is_one_index_walk(JobPostSort sort, string index)
    {
        var first = await crowd.ExplainAsync(new() { Now = Now, Sort = sort });
        var after = (await crowd.Feed.PageAsync(
            new() { Now = Now, Sort = sort, Limit = 100 }, TestContext.Current.CancellationToken))[^1].Cursor;
        var later = await crowd.ExplainAsync(new() { Now = Now, Sort = sort, After = after });
        foreach (var plan in new[] { first, later })
        {
            Assert.Equal([index], plan.Indexes);
            Assert.Empty(plan.TablesReadWhole);
            Assert.InRange(plan.Buffers, 1, 300);
        }
    }

    [Fact]
    public async Task A_wide_circle_walks_the_order_of_the_whole_country_instead()
    {
        var area = FeedArea.Around(Some.Yeoksam, 20_000, KnownNeighborhoods.Shipped);
        var plan = await crowd.ExplainAsync(new() { Now = Now, Sort = JobPostSort.Newest, Area = area });
        Assert.Equal(["ix_job_posts_newest", "pk_job_posts"], plan.Indexes);
        Assert.InRange(plan.Buffers, 1, 300);
    }

    [Fact]
    public async Task A_rare_keyword_is_found_through_its_trigrams()
    {
        var plan = await crowd.ExplainAsync(new() { Now = Now, Sort = JobPostSort.Newest, Keyword = "희귀한낱말" });
        Assert.Contains("ix_job_posts_search_text", plan.Indexes);
        Assert.Empty(plan.TablesReadWhole);
    }

    /// <summary>20,000 posts over the neighbourhoods around one, most of them open.</summary>
    public sealed class Crowd : IAsyncLifetime
    {
        private readonly TestDatabase database = new();

        public JobPostFeed Feed => new(database.RoundTrips);

        public async ValueTask InitializeAsync()
        {
            await database.InitializeAsync();
            await using var db = JobsDb.CreateFactory(database.DataSource).CreateDbContext();
            var employer = await db.StoreAsync(Some.Employer());
            var template = await db.StoreAsync(Some.JobPost(employer.Id));
            var areas = KnownNeighborhoods.Shipped.Within(Some.Yeoksam.Center, 8000, NeighborhoodLevel.Dong)
                .Select(nearby => nearby.Neighborhood.Id).ToArray();
            await using var command = database.DataSource.CreateCommand(Generate);
            command.Parameters.AddWithValue(areas);
            command.Parameters.AddWithValue(template.Id);
            await command.ExecuteNonQueryAsync();
            // Somebody's snapshot can hold a vacuum back; without it an index alone cannot answer.
            for (var turn = 0; turn < 50 && !await VacuumAsync(); turn++)
            {
            }
        }

        public ValueTask DisposeAsync() => database.DisposeAsync();

        /// <summary>All that a query's pages have to show, found without an index and without an area's ids.</summary>
        public async Task<IReadOnlyList<long>> InOrderAsync(JobPostFeedQuery query)
        {
            await using var db = JobsDb.CreateFactory(database.DataSource).CreateDbContext();
            var posts = await db.JobPosts.Where(post => post.Status == JobPostStatus.Open)
                .ToListAsync(TestContext.Current.CancellationToken);
            var (center, radius) = (query.Area!.Center, query.Area.RadiusMeters);
            return
            [
                .. posts.Where(post => post.IsOpenAt(query.Now) && Math.Floor(center.DistanceTo(post.PublicPoint)) <= radius)
                    .OrderByDescending(post => query.Sort == JobPostSort.Newest ? post.PublishedAt : post.RecommendedAt)
                    .ThenByDescending(post => post.Id).Select(post => post.Id),
            ];
        }

        /// <summary>The plan that the service's connections use: for any values where the search is short, for these otherwise.</summary>
        public async Task<Plan> ExplainAsync(JobPostFeedQuery query)
        {
            await using var command = JobPostFeed.Command(database.DataSource, query);
            var statement = command.CommandText;
            var values = await LiteralsAsync(command);
            await using var connection = await database.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using var prepare = connection.CreateCommand();
            prepare.CommandText = $"""
                SET plan_cache_mode = {(query.IsShort ? "force_generic_plan" : "force_custom_plan")};
                PREPARE page ({string.Join(", ", values.Select(value => value.Type))}) AS {statement}
                """;
            await prepare.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await using var explain = connection.CreateCommand();
            explain.CommandText = $"""
                EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE page({string.Join(", ", values.Select(value => value.Literal))})
                """;
            var json = (string)(await explain.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
            TestContext.Current.TestOutputHelper?.WriteLine(json);
            using var document = JsonDocument.Parse(json);
            return new Plan(document.RootElement[0].GetProperty("Plan").Clone());
        }

        private static async Task<List<(string Type, string Literal)>> LiteralsAsync(NpgsqlCommand command)
        {
            command.CommandText = string.Join(" UNION ALL ", Enumerable.Range(1, command.Parameters.Count)
                .Select(number => $"SELECT {number}, pg_typeof(${number})::text, quote_literal(${number}::text)")) + " ORDER BY 1";
            var literals = new List<(string, string)>();
            await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await rows.ReadAsync(TestContext.Current.CancellationToken)) literals.Add((rows.GetString(1), rows.GetString(2)));
            return literals;
        }

        private async Task<bool> VacuumAsync()
        {
            await using var vacuum = database.DataSource.CreateCommand("VACUUM ANALYZE job_posts");
            await vacuum.ExecuteNonQueryAsync();
            await using var visible = database.DataSource.CreateCommand(
                "SELECT relallvisible = relpages FROM pg_class WHERE relname = 'job_posts'");
            return (bool)(await visible.ExecuteScalarAsync())!;
        }

        private const string Generate = """
            INSERT INTO job_posts (employer_id, status, title, description, category_id, neighborhood_id, latitude, longitude,
                hide_exact_address, public_latitude, public_longitude, wage_type, wage_amount, hourly_equivalent, paid_same_day,
                wage_negotiable, length, days, bands, headcount, is_urgent, minimum_age, benefits, published_at, expires_at,
                ended_at, created_at, updated_at, version, recommended_at, search_text, origin)
            SELECT post.employer_id, CASE WHEN n % 10 = 0 THEN 'CLOSED' ELSE 'OPEN' END, post.title, repeat('설명 ', 40),
                1 + n % 19, area.id, area.latitude, area.longitude, false, area.latitude, area.longitude, 'HOURLY',
                10500 + n % 97 * 100, CASE WHEN n % 5 > 0 THEN 10500 + n % 97 * 100 END, false, false, 'LONG_TERM', 0, 0, 1,
                false, 15, '{}', post.published_at - n * interval '1 minute',
                CASE WHEN n % 3 > 0 THEN post.published_at + (10000 + n % 5000) * interval '1 minute' END,
                CASE WHEN n % 10 = 0 THEN now() END, now(), now(), 1, post.published_at - (n % 20000) * interval '1 minute',
                CASE WHEN n % 4001 = 0 THEN '희귀한낱말 ' ELSE '흔한 낱말 ' END || n || ' ' || chr(44032 + n % 11172), 'SAMPLE'
            FROM generate_series(1, 20000) AS n
            JOIN job_posts AS post ON post.id = $2
            JOIN neighborhoods AS area ON area.id = ($1::bigint[])[1 + n * 7919 % cardinality($1::bigint[])]
            """;
    }

    /// <summary>What EXPLAIN says, reduced to what a test asks.</summary>
    public sealed class Plan
    {
        private readonly SortedSet<string> indexes = new(StringComparer.Ordinal);
        private readonly List<string> tablesReadWhole = [];

        public Plan(JsonElement root)
        {
            Buffers = root.GetProperty("Shared Hit Blocks").GetInt32() + root.GetProperty("Shared Read Blocks").GetInt32();
            Visit(root);
        }

        public IEnumerable<string> Indexes => indexes;
        public IReadOnlyList<string> TablesReadWhole => tablesReadWhole;
        public int Buffers { get; }

        /// <summary>Of indexes that are looked through, whether they are of the page or not.</summary>
        public double EntriesRead { get; private set; }

        private static double Removed(JsonElement node) =>
            node.TryGetProperty("Rows Removed by Filter", out var removed) ? removed.GetDouble() : 0;

        private void Visit(JsonElement node)
        {
            if (node.TryGetProperty("Index Name", out var index)) indexes.Add(index.GetString()!);
            if (node.GetProperty("Node Type").GetString() == "Index Only Scan")
                EntriesRead += (node.GetProperty("Actual Rows").GetDouble() + Removed(node)) * node.GetProperty("Actual Loops").GetDouble();
            if (node.GetProperty("Node Type").GetString() == "Seq Scan")
                tablesReadWhole.Add(node.GetProperty("Relation Name").GetString()!);
            if (!node.TryGetProperty("Plans", out var children)) return;
            foreach (var child in children.EnumerateArray()) Visit(child);
        }
    }
}
