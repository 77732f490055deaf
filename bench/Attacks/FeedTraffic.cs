using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace Jobs.AttackBenchmark;

/// <summary>Ordinary clients: so many feed pages a second, whatever else happens.</summary>
internal sealed class FeedTraffic(Uri address)
{
    private const int RequestsPerSecond = 100;
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(8);

    private const string Feed =
        "query Feed($first: Int!) { jobPosts(first: $first) { edges { distanceMeters node { ...Card } } "
        + "pageInfo { hasNextPage endCursor } } } "
        + "fragment Card on JobPost { id title isUrgent publishedAt neighborhood { name } category { key name } "
        + "wage { type amount hourlyEquivalent } schedule { days startTime endTime } employer { displayName } }";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes($$$"""{"query":"{{{Feed}}}","variables":{"first":20}}""");

    private static readonly HttpClient Http = new();

    private readonly Uri feed = new(address, "/graphql");

    /// <summary>One after the other, until both sides are warm.</summary>
    public async Task WarmUpAsync()
    {
        for (var i = 0; i < 300; i++) await SendAsync(Stopwatch.GetTimestamp());
    }

    /// <summary>Milliseconds from when each request was due.</summary>
    public async Task<List<double>> RunAsync()
    {
        var pending = new List<Task<double>>();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; ; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / RequestsPerSecond);
            if (due > Slice) break;
            if (due - Stopwatch.GetElapsedTime(start) is var wait && wait > TimeSpan.Zero) await Task.Delay(wait);
            pending.Add(SendAsync(Stopwatch.GetTimestamp()));
        }

        return [.. await Task.WhenAll(pending)];
    }

    public static double Percentile(List<double> values, double percent) =>
        values.Order().ElementAt((int)Math.Ceiling(values.Count * percent / 100) - 1);

    private async Task<double> SendAsync(long due)
    {
        using var content = new ByteArrayContent(Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await Http.PostAsync(feed, content);
        var text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
        if (!text.Contains("\"edges\":[{", StringComparison.Ordinal) || text.Contains("\"errors\"", StringComparison.Ordinal))
            throw new InvalidOperationException($"The feed is not answered: {text}");
        return Stopwatch.GetElapsedTime(due).TotalMilliseconds;
    }
}
