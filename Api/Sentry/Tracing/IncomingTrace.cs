using System.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace Jobs.Api.Sentry;

/// <summary>
/// What the headers of a request say of the trace that it belongs to, kept until somebody asks: a span for every request, only
/// so that the few that fail know their trace, costs as much as a small operation.
/// </summary>
internal sealed class IncomingTrace
{
    private readonly SentryPropagator propagator;
    private readonly IHeaderDictionary headers;

    private IncomingTrace(SentryPropagator propagator, IHeaderDictionary headers) =>
        (this.propagator, this.headers) = (propagator, headers);

    /// <summary>Null: they say nothing.</summary>
    public static IncomingTrace? Of(IHeaderDictionary headers, SentryPropagator propagator)
    {
        var (traceParent, baggage) = (headers.TraceParent, headers.Baggage);
        headers.TryGetValue(SentryTraceHeader.Name, out var sentryTrace);
        // A copy: the request may be over, and its headers another one's, while something that it began goes on.
        return traceParent.Count + sentryTrace.Count == 0 ? null : new IncomingTrace(propagator, new HeaderDictionary
        {
            [HeaderNames.TraceParent] = traceParent,
            [SentryTraceHeader.Name] = sentryTrace,
            [HeaderNames.Baggage] = baggage,
        });
    }

    /// <summary>A span of ours in that trace; null: what they say is nonsense, or another organisation's.</summary>
    public TraceContext? Continued()
    {
        propagator.ExtractTraceIdAndState(headers, Read, out var traceParent, out _);
        if (!ActivityContext.TryParse(traceParent, null, out var caller)) return null;
        var traceId = caller.TraceId.ToHexString();
        return new TraceContext(
            traceId, ActivitySpanId.CreateRandom().ToHexString(), caller.SpanId.ToHexString(), SamplingOf(traceId),
            caller.TraceFlags.HasFlag(ActivityTraceFlags.Recorded));
    }

    /// <summary>What whoever began the trace said of it, if the headers are of that very trace.</summary>
    public DynamicSamplingContext? SamplingOf(string traceId) =>
        headers.Baggage.Count > 0 && DynamicSamplingContext.Read(headers.Baggage) is { } sampling
            && sampling["trace_id"] == traceId && propagator.IsOurs(sampling)
            ? sampling : null;

    private static void Read(object? carrier, string name, out string? value, out IEnumerable<string>? values)
    {
        var found = ((IHeaderDictionary)carrier!)[name];
        value = found.Count == 1 ? found[0] : null;
        values = found.Count > 1 ? found.OfType<string>() : null;
    }
}
