using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Jobs.Api.Sentry;

/// <summary>
/// Puts <c>sentry-trace</c> and <c>baggage</c> on the service's own requests, whichever room sends them, if they go to a target
/// that the configuration names.
/// </summary>
/// <remarks>
/// HttpClient announces each request through a DiagnosticListener before it goes out, which is how OpenTelemetry sees them too.
/// Nobody listens unless there are targets.
/// </remarks>
public sealed class OutgoingTraces(SentryProject project, Trails trails, IOptions<SentryOptions> options)
    : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string ListenerName = "HttpHandlerDiagnosticListener";
    private const string ActivityName = "System.Net.Http.HttpRequestOut";
    private const string StartName = ActivityName + ".Start";
    private readonly ConcurrentQueue<IDisposable> subscriptions = new();
    private readonly List<PropagationTarget> targets =
        [.. (options.Value.TracePropagationTargets ?? []).Select(PropagationTarget.Parse).OfType<PropagationTarget>()];

    public void Listen()
    {
        if (project.Dsn is not null && targets.Count > 0) subscriptions.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions) subscription.Dispose();
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == ListenerName)
            subscriptions.Enqueue(value.Subscribe(this, IsWanted));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == StartName && RequestOf(value.Value) is { } request && IsIncluded(request)) Mark(request);
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    // Asked for the activity first, with the request: other requests get none, and so no header, because of this listener.
    private bool IsWanted(string name, object? request, object? _) =>
        name == StartName || (name == ActivityName && request is HttpRequestMessage message && IsIncluded(message));

    private bool IsIncluded(HttpRequestMessage request) =>
        request.RequestUri is { } address && targets.Any(target => target.Includes(address));

    private void Mark(HttpRequestMessage request)
    {
        if (request.Headers.Contains(SentryTraceHeader.Name)) return;
        var trace = trails.Trace();
        var sampling = trace.Sampling ?? DynamicSamplingContext.Begin(project, project.Dsn!, trace.TraceId);
        request.Headers.TryAddWithoutValidation(
            SentryTraceHeader.Name, SentryTraceHeader.Of(trace.TraceId, trace.SpanId, sampling["sampled"]));
        // HttpClient adds the one of its own span, unless there is one: where that span is the outermost, its trace is not ours.
        request.Headers.TryAddWithoutValidation(HeaderNames.TraceParent, trace.ToTraceparent());
        // Behind what the caller put there itself: a list that is in several headers is one list.
        request.Headers.TryAddWithoutValidation(Baggage.Header, sampling.ToBaggage());
    }

    // The type is not public; its property has had this name since the event exists.
    private static HttpRequestMessage? RequestOf(object? payload) => payload?.GetType()
        .GetProperty("Request", BindingFlags.Public | BindingFlags.Instance)?.GetValue(payload) as HttpRequestMessage;
}
