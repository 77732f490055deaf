using System.Diagnostics;

namespace Jobs.Api.Sentry;

/// <summary>Around every request: its trail begins, and what its caller says of the trace is kept with it.</summary>
public sealed class SentryRequests(RequestDelegate next, Trails trails, SentryPropagator propagator)
{
    public Task InvokeAsync(HttpContext context)
    {
        var incoming = IncomingTrace.Of(context.Request.Headers, propagator);
        trails.Begin(incoming);
        if (incoming is not null && Activity.Current is { } span)
            incoming.SamplingOf(span.TraceId.ToHexString())?.Attach(span);
        return next(context);
    }
}
