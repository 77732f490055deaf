using Jobs.Api.Connections;
using Jobs.Api.Transport;
using Jobs.GraphQL;
using Jobs.GraphQL.Language;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Jobs.Api.ServerSentEvents;

/// <summary>Answers with server-sent events: graphql-sse in its distinct connections mode, one operation per response.</summary>
/// <remarks>https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#distinct-connections-mode</remarks>
public sealed class EventStreamTransport(
    OpenConnections connections, ErrorPresenter presenter, TimeProvider time, IOptions<GraphQLOptions> options)
{
    public const string MediaType = "text/event-stream";
    private readonly TimeSpan keepAlive = TimeSpan.FromSeconds(options.Value.EventStreamKeepAliveSeconds);
    private readonly TimeSpan sendTime = TimeSpan.FromSeconds(options.Value.SendSecondsMax);

    /// <param name="context">Of a request that accepts event streams, and that is welcome.</param>
    /// <param name="services">Of the operation.</param>
    /// <param name="respond">Executes the request; its first result is logged, later ones are logged here.</param>
    /// <exception cref="TransportException">Nothing was written: there are too many connections, or GET does not go.</exception>
    public async Task AnswerAsync(HttpContext context, IServiceProvider services, Func<ValueTask<GraphQLResponse>> respond)
    {
        using var place = connections.TryTakePlace() ?? throw TooManyConnections(context);
        await using var response = await respond();
        if (response.Initial is { IsRequestError: true, Errors: [{ Code: ErrorCodes.QueryOnly } refusal, ..] })
        {
            context.Response.Headers.Allow = "POST";
            throw new TransportException(StatusCodes.Status405MethodNotAllowed, ErrorCodes.QueryOnly, refusal.Message);
        }
        await using var stream = new EventStream(context, time, keepAlive, sendTime);
        SetHeaders(context);
        place.Occupy(stream);
        await WriteAsync(stream, services, response);
    }

    /// <summary>
    /// Request errors are events too: a browser's EventSource shows its page nothing of a response that is not 200.
    /// </summary>
    private async Task WriteAsync(EventStream stream, IServiceProvider services, GraphQLResponse response)
    {
        await stream.OpenAsync();
        if (response.Initial is { } initial)
        {
            using (initial) await stream.SendNextAsync(initial);
        }
        if (response.Following is { } following)
            await FollowAsync(stream, services, following, response.OperationType == OperationType.Subscription);
        await stream.SendCompleteAsync();
    }

    private async Task FollowAsync(
        EventStream stream, IServiceProvider services, IAsyncEnumerable<GraphQLResult> following, bool isSubscription)
    {
        try
        {
            // When the service stops, a subscription is completed; what has an end of its own may reach it.
            await foreach (var result in following.WithCancellation(isSubscription ? stream.Stopped : CancellationToken.None))
            {
                using (result)
                {
                    presenter.Log(result, services);
                    await stream.SendNextAsync(result);
                }
            }
        }
        catch (OperationCanceledException) when (stream.IsToComplete)
        {
        }
    }

    private static void SetHeaders(HttpContext context)
    {
        context.Response.ContentType = $"{MediaType}; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache, no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would keep events until it has a buffer full.
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    private static TransportException TooManyConnections(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "5";
        return TransportException.TooManyConnections();
    }
}
