using System.Diagnostics;
using System.Text.Json;

namespace Jobs.Api.Sentry;

/// <summary>Where in which trace something happened: what ties an event to the spans of OpenTelemetry.</summary>
/// <param name="TraceId">32 hexadecimal digits.</param>
/// <param name="SpanId">16 hexadecimal digits.</param>
/// <param name="ParentSpanId">Of the span that this one is in.</param>
/// <param name="Sampling">What whoever began the trace said of it; null: it is ours.</param>
/// <param name="IsRecorded">Whether spans of it are kept: the flag of W3C's that travels on.</param>
public sealed record TraceContext(
    string TraceId, string SpanId, string? ParentSpanId = null, DynamicSamplingContext? Sampling = null, bool IsRecorded = false)
{
    /// <summary>The header that tells others of it, in the words of W3C.</summary>
    public string ToTraceparent() => $"00-{TraceId}-{SpanId}-{(IsRecorded ? "01" : "00")}";

    /// <summary>Of a span of OpenTelemetry's; null: there is none, or it has no such ids.</summary>
    public static TraceContext? Of(Activity? span) => span is { IdFormat: ActivityIdFormat.W3C }
        ? new TraceContext(
            span.TraceId.ToHexString(), span.SpanId.ToHexString(),
            span.ParentSpanId == default ? null : span.ParentSpanId.ToHexString(), DynamicSamplingContext.Of(span),
            span.Recorded)
        : null;

    public static TraceContext Begin() =>
        new(ActivityTraceId.CreateRandom().ToHexString(), ActivitySpanId.CreateRandom().ToHexString());

    internal void Write(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteString("trace_id", TraceId);
        json.WriteString("span_id", SpanId);
        if (ParentSpanId is not null) json.WriteString("parent_span_id", ParentSpanId);
        json.WriteEndObject();
    }
}
