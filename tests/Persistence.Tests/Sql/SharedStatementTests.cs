using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Jobs.Persistence.Embedded;
using Jobs.Testing;
using Npgsql;

namespace Jobs.Persistence.Tests.Sql;

/// <summary>What is told of statements that share a round trip is told of each, where it was asked for.</summary>
public sealed class SharedStatementTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly AsyncLocal<List<double>?> Durations = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_statement_is_a_span_of_whoever_asked_and_the_round_trip_is_none()
    {
        await using var opened = await OpenAsync();
        var trips = opened.RoundTrips;
        var spans = new ConcurrentQueue<Activity>(); // Other tests end theirs meanwhile.
        using var source = new ActivitySource(nameof(SharedStatementTests));
        using var listener = Listen(spans, source);
        using var asker = source.StartActivity("asker")!;
        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => AskAsync(trips, $"SELECT {number}")));
        await Assert.ThrowsAsync<PostgresException>(() => AskAsync(trips, "SELECT 1 / 0"));
        var mine = spans.Where(span => span.TraceId == asker.TraceId).ToList();
        Assert.All(mine, span => Assert.Equal(asker.SpanId, span.ParentSpanId));
        Assert.Equal(
            Enumerable.Range(0, 30).Select(number => $"SELECT {number}").Append("SELECT 1 / 0").Order(),
            mine.Select(TextOf).Order());
        var failed = mine.Single(span => span.Status == ActivityStatusCode.Error);
        Assert.Equal(("SELECT 1 / 0", "22012"), (TextOf(failed), failed.GetTagItem("error.type")));
        Assert.DoesNotContain(spans, span => span.TraceId != asker.TraceId && TextOf(span).Contains("SELECT 29", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_batch_that_is_no_round_trip_keeps_its_span()
    {
        await using var opened = await OpenAsync();
        var spans = new ConcurrentQueue<Activity>(); // Other tests end theirs meanwhile.
        using var source = new ActivitySource(nameof(SharedStatementTests));
        using var listener = Listen(spans, source);
        using var asker = source.StartActivity("asker")!;
        await using var batch = opened.DataSource.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT 'by hand'"));
        await batch.ExecuteNonQueryAsync(Cancellation);
        Assert.Contains(spans, span => span.ParentSpanId == asker.SpanId && TextOf(span).Contains("by hand", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_duration_is_told_to_whoever_asked_that_of_a_failure_too()
    {
        using var trips = new RoundTrips(database.DataSource, database.DataSource);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == SharedStatement.DurationInstrument) listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => Durations.Value?.Add(seconds));
        listener.Start();
        async Task<int> AskManyAsync(int statements)
        {
            Durations.Value = [];
            for (var number = 0; number < statements; number++) await AskAsync(trips, "SELECT 1");
            await Assert.ThrowsAsync<PostgresException>(() => AskAsync(trips, "SELECT 1 / 0"));
            Assert.All(Durations.Value, seconds => Assert.True(seconds > 0));
            return Durations.Value.Count;
        }
        var counts = await Task.WhenAll(AskManyAsync(3), AskManyAsync(8));
        Assert.Equal([4, 9], counts);
    }

    private static string TextOf(Activity span) => $"{span.GetTagItem("db.query.text")}";

    private static ActivityListener Listen(ConcurrentQueue<Activity> spans, ActivitySource source)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = heard => heard == source || heard.Name is "Npgsql" or SharedStatement.TelemetryName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private Task<JobsDatabase> OpenAsync() => JobsDatabase.OpenAsync(
        database.ConnectionString, new EmbeddedPostgresOptions { DataFolder = "", Report = _ => { } }, Cancellation);

    private static Task<List<int>> AskAsync(RoundTrips trips, string text) =>
        trips.ReadAsync(new SqlConditions(), text, row => row.Int32(), 1, isShort: true, Cancellation);
}
