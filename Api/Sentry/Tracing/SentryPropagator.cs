using System.Diagnostics;

namespace Jobs.Api.Sentry;

/// <summary>
/// How an incoming request says which trace it belongs to: by <c>traceparent</c> as ever, and where there is none by Sentry's own
/// header, unless another organisation began the trace.
/// </summary>
/// <remarks>
/// Baggage is not taken in: ASP.NET would hand everybody's on to whomever this service asks. What is Sentry's,
/// <see cref="SentryRequests"/> reads.
/// </remarks>
public sealed class SentryPropagator(Dsn dsn, DistributedContextPropagator inner) : DistributedContextPropagator
{
    public override IReadOnlyCollection<string> Fields => [.. inner.Fields, SentryTraceHeader.Name];

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) =>
        inner.Inject(activity, carrier, setter);

    public override void ExtractTraceIdAndState(
        object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
    {
        inner.ExtractTraceIdAndState(carrier, getter, out traceId, out traceState);
        if (!string.IsNullOrEmpty(traceId) || getter is null) return;
        if (Values(carrier, getter, SentryTraceHeader.Name) is not [{ } header]) return;
        var sampling = DynamicSamplingContext.Read(Values(carrier, getter, Baggage.Header));
        if (IsOurs(sampling)) (traceId, traceState) = (SentryTraceHeader.ToTraceparent(header), null);
    }

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(
        object? carrier, PropagatorGetterCallback? getter) => null;

    /// <summary>Where either side does not know its organisation, they may be the same.</summary>
    internal bool IsOurs(DynamicSamplingContext? sampling) =>
        sampling?["org_id"] is not { } theirs || dsn.OrgId is not { } ours || theirs == ours;

    private static List<string?> Values(object? carrier, PropagatorGetterCallback getter, string name)
    {
        getter(carrier, name, out var value, out var values);
        return value is not null ? [value] : [.. values ?? []];
    }
}
