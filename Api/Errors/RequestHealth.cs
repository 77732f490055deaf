using Jobs.Api.Sentry;
using Jobs.Persistence;
using Microsoft.AspNetCore.Http.Features;

namespace Jobs.Api.Errors;

/// <summary>How each HTTP request went, for the health of the release: a session of Sentry's, counted and never followed.</summary>
public sealed class RequestHealth(RequestDelegate next, SentryClient sentry)
{
    private static readonly object Key = new();

    /// <summary>Only errors that Sentry is told of as errors count: those that can wait leave the rate of good requests alone.</summary>
    public static void Note(HttpContext? context, TriageLevel level, bool isHandled)
    {
        if (context is null || (isHandled && level < TriageLevel.ActNow)) return;
        var status = isHandled ? SessionStatus.Errored : SessionStatus.Crashed;
        lock (Key) // Fields of one request fail side by side.
        {
            if (context.Items[Key] is not SessionStatus.Crashed) context.Items[Key] = status;
        }
    }

    /// <summary>Not async itself: most requests end where they began.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var answering = next(context);
        if (!answering.IsCompletedSuccessfully) return CountAsync(context, answering);
        Count(context);
        return answering;
    }

    private async Task CountAsync(HttpContext context, Task answering)
    {
        await answering;
        Count(context);
    }

    private void Count(HttpContext context)
    {
        if (context.Response.StatusCode == StatusCodes.Status101SwitchingProtocols) return; // A socket is no request.
        var items = context.Features.Get<IItemsFeature>()?.Items; // Most requests have none, and would be given some.
        sentry.CountRequest(items?[Key] as SessionStatus? ?? SessionStatus.Exited);
    }
}
