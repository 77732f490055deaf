using System.Security.Cryptography;
using System.Text;
using Jobs.Api.SignIn;
using Jobs.Persistence;
using Jobs.Schema;
using Npgsql;

namespace Jobs.PerformanceBenchmark;

/// <summary>The operations with what varies in them: ids, cursors, areas and people, drawn from the data set.</summary>
internal sealed class Operations(NpgsqlDataSource dataSource, DataSet data)
{
    public const string Issuer = "bench";
    public const string SigningKey = "a-secret-of-the-benchmark-that-is-long-enough";
    private const int PageSize = 20;

    // Later than all posts and earlier than any run: cursors tell when their ranking run began.
    private static readonly DateTimeOffset AsOf = new(2026, 6, 10, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Future = AsOf.AddYears(100);

    /// <summary>Those that were asked for.</summary>
    public async Task<IReadOnlyList<Operation>> AllAsync(RunOptions options)
    {
        var operations = new List<Operation>();
        if (options.Has("Q1")) operations.Add(await Q1Async());
        if (options.Has("Q2")) operations.Add(await Q2Async());
        if (options.Has("Q3")) operations.Add(await Q3Async());
        if (options.Has("Q4")) operations.Add(Q4());
        if (options.Has("Q5")) operations.Add(Q5());
        if (options.Has("Q6")) operations.Add(await Q6Async());
        if (options.Has("Q7")) operations.Add(await new ApplyRequests(dataSource, data).OperationAsync());
        if (options.Has("Q2t")) operations.Add(Trusted(await Q2Async(), "Q2"));
        if (options.Has("Q6t")) operations.Add(Trusted(await Q6Async(), "Q6"));
        return operations;
    }

    public async Task<Operation> Q1Async() => new("Q1", "/q1", 0.80, [.. (await NumbersAsync($"""
        SELECT id FROM job_posts ORDER BY hashint8extended(id, 501) LIMIT 1000
        """)).Select(id => Request.Of(null, Document("Q1"), new { id = GlobalId.Of(NodeType.JobPost, id) }))]);

    public async Task<Operation> Q2Async() => new("Q2", "/q2", 0.80, [.. (await NewestCursorsAsync())
        .Select(after => Request.Of(null, Document("Q2"), new { first = PageSize, after }))]);

    public async Task<Operation> Q3Async()
    {
        var agency = Token(data.Agency);
        var areas = await NumbersAsync("""
            SELECT neighborhood_id FROM job_posts WHERE status = 'OPEN' GROUP BY 1 HAVING count(*) >= 10
            ORDER BY hashint8extended(neighborhood_id, 503) LIMIT 500
            """);
        return new("Q3", "/q3", 0.80, [.. areas.Select(id => Request.Of(
            agency, Document("Q3"), new { neighborhoodId = GlobalId.Of(NodeType.Neighborhood, id) }))]);
    }

    public static Operation Q4() => new("Q4", "/q4", 0.90, [Request.Of(null, Document("Q4"), new { })]);

    public static Operation Q5() => new("Q5", "/q5", 0.80, [Request.Of(null, Document("Q5"), new { })]);

    public async Task<Operation> Q6Async()
    {
        var requests = new List<Request>();
        await using var command = dataSource.CreateCommand("""
            SELECT neighborhood_id, recommended_at, id FROM job_posts WHERE status = 'OPEN' ORDER BY hashint8extended(id, 506) LIMIT 600
            """);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var area = new { neighborhoodId = GlobalId.Of(NodeType.Neighborhood, rows.GetInt64(0)) };
            // Two of three ask for the first page, which has a cursor too: without one, answers tell when they were made.
            var after = requests.Count % 3 < 2
                ? Cursor(JobPostSort.Recommended, Future, long.MaxValue)
                : Cursor(JobPostSort.Recommended, rows.GetFieldValue<DateTimeOffset>(1), rows.GetInt64(2));
            requests.Add(Request.Of(
                Token(data.FirstApplicant + requests.Count % 300), Document("Q6"),
                new { area, first = PageSize, after, filter = new { area, radiusMeters = 3000 } }));
        }
        return new("Q6", "/q6", 0.70, requests);
    }

    /// <summary>Q2's first page, its fiftieth, and the one in the middle of all.</summary>
    public async Task<IReadOnlyList<Operation>> PagesAsync()
    {
        var open = (await NumbersAsync("SELECT count(*) FROM job_posts WHERE status = 'OPEN'")).Single();
        var middle = open / PageSize / 2;
        return
        [
            Page(1, Cursor(JobPostSort.Newest, Future, long.MaxValue)), Page(50, await BeforePageAsync(50)),
            Page(middle, await BeforePageAsync(middle)),
        ];

        static Operation Page(long number, string after) =>
            new($"Q2, page {number:N0}", "/q2", null, [Request.Of(null, Document("Q2"), new { first = PageSize, after })]);
    }

    /// <summary>The same, naming the document by its hash instead of sending it.</summary>
    private static Operation Trusted(Operation operation, string document)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document(document))));
        return new($"{operation.Name} trusted", operation.BaselinePath, operation.Target,
            [.. operation.Requests.Select(request => request.Naming(id))]);
    }

    /// <summary>The document of an operation as it is sent.</summary>
    public static string Document(string name) => Resource.Read($"{name}.graphql");

    // First pages, and pages further down: what comes before a post that was drawn.
    private async Task<List<string>> NewestCursorsAsync()
    {
        var cursors = new List<string>();
        await using var command = dataSource.CreateCommand("""
            SELECT published_at, id FROM job_posts WHERE status = 'OPEN' AND published_at > TIMESTAMPTZ '2026-05-20Z'
            ORDER BY hashint8extended(id, 502) LIMIT 999
            """);
        await using var rows = await command.ExecuteReaderAsync();
        cursors.Add(Cursor(JobPostSort.Newest, Future, long.MaxValue));
        while (await rows.ReadAsync())
            cursors.Add(Cursor(JobPostSort.Newest, rows.GetFieldValue<DateTimeOffset>(0), rows.GetInt64(1)));
        return cursors;
    }

    // The cursor of the last post of the page before it.
    private async Task<string> BeforePageAsync(long number)
    {
        await using var command = dataSource.CreateCommand($"""
            SELECT published_at, id FROM job_posts WHERE status = 'OPEN' ORDER BY published_at DESC, id DESC
            OFFSET {(number - 1) * PageSize - 1} LIMIT 1
            """);
        await using var rows = await command.ExecuteReaderAsync();
        await rows.ReadAsync();
        return Cursor(JobPostSort.Newest, rows.GetFieldValue<DateTimeOffset>(0), rows.GetInt64(1));
    }

    private static string Cursor(JobPostSort sort, DateTimeOffset key, long id) => JobPostFeedCursors.Write(
        sort, new JobPostFeedCursor((key - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, id, AsOf));

    public static string Token(long person) => DevelopmentIssuer.CreateToken(
        SigningKey, $"person-{person}", null, DateTimeOffset.UtcNow, TimeSpan.FromDays(1), Issuer);

    private async Task<List<long>> NumbersAsync(string text)
    {
        var numbers = new List<long>();
        await using var command = dataSource.CreateCommand(text);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) numbers.Add(rows.GetInt64(0));
        return numbers;
    }
}
