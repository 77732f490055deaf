using System.Diagnostics;

namespace Jobs.Api.Sentry;

/// <summary>Around every request: its trail begins, and what its caller says of the trace is kept with it.</summary>
public sealed class SentryRequests(RequestDelegate next, Breadcrumbs breadcrumbs, SentryPropagator propagator)
{
    public Task InvokeAsync(HttpContext context)
    {
        breadcrumbs.Begin();
        var headers = context.Request.Headers.Baggage;
        if (headers.Count > 0 && Activity.Current is { } span && DynamicSamplingContext.Read(headers) is { } sampling
            && sampling["trace_id"] == span.TraceId.ToHexString() && propagator.IsOurs(sampling))
            sampling.Attach(span);
        return next(context);
    }
}
