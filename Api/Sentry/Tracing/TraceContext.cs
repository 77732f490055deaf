using System.Diagnostics;
using System.Text.Json;

namespace Jobs.Api.Sentry;

/// <summary>Where in which trace something happened: what ties an event to the spans of OpenTelemetry.</summary>
/// <param name="TraceId">32 hexadecimal digits.</param>
/// <param name="SpanId">16 hexadecimal digits.</param>
/// <param name="ParentSpanId">Of the span that this one is in.</param>
/// <param name="Sampling">What whoever began the trace said of it; null: it is ours.</param>
public sealed record TraceContext(
    string TraceId, string SpanId, string? ParentSpanId = null, DynamicSamplingContext? Sampling = null)
{
    /// <summary>Of the calling flow; outside of every trace one of its own.</summary>
    public static TraceContext Current() => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity
        ? new TraceContext(
            activity.TraceId.ToHexString(), activity.SpanId.ToHexString(),
            activity.ParentSpanId == default ? null : activity.ParentSpanId.ToHexString(), DynamicSamplingContext.Of(activity))
        : new TraceContext(ActivityTraceId.CreateRandom().ToHexString(), ActivitySpanId.CreateRandom().ToHexString());

    internal void Write(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteString("trace_id", TraceId);
        json.WriteString("span_id", SpanId);
        if (ParentSpanId is not null) json.WriteString("parent_span_id", ParentSpanId);
        json.WriteEndObject();
    }
}
