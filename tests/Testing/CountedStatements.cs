using System.Collections.Concurrent;
using System.Diagnostics;
using Jobs.Persistence;

namespace Jobs.Testing;

/// <summary>SQL statements that are asked for on the way of one flow, by their spans; whatever else runs meanwhile.</summary>
public static class CountedStatements
{
    public static async Task<int> OfAsync(Func<Task> ask)
    {
        var spans = new ConcurrentQueue<Activity>(); // Other tests end theirs meanwhile.
        using var source = new ActivitySource(nameof(CountedStatements));
        using var listener = new ActivityListener
        {
            ShouldListenTo = heard =>
                heard == source || heard.Name is "Microsoft.AspNetCore" or "Npgsql" or SharedStatement.TelemetryName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var asker = source.StartActivity("asker")!;
        await ask();
        // The driver's own come right from the asker. A span without a text is that of a connection being opened.
        return spans.Count(span => span.TraceId == asker.TraceId && span.ParentSpanId != asker.SpanId
            && span.Source.Name is "Npgsql" or SharedStatement.TelemetryName && span.GetTagItem("db.query.text") is not null);
    }
}
