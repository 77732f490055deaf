using Jobs.Api.ServerSentEvents;
using Jobs.Api.Transport;
using Jobs.GraphQL;
using Jobs.GraphQL.Language;

namespace Jobs.Api.Http;

/// <summary>Executes one operation, and answers in the form that the client takes and the answer needs.</summary>
public sealed class OperationExecution(OperationRunner runner, MultipartResponse multipart, EventStreamTransport eventStreams)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="accepted">What the client takes.</param>
    /// <param name="parameters">What it asks.</param>
    /// <param name="aborted">The client has gone: <see cref="HttpContext.RequestAborted"/>, which takes a lock to ask for.</param>
    public Task AnswerAsync(Caller caller, AcceptedTypes accepted, RequestParameters parameters, CancellationToken aborted)
    {
        parameters.CostReporting = CostHeader.Of(caller.Context.Request.Headers);
        return accepted.Single == ResponseMediaType.EventStream
            ? StreamAsync(caller, accepted, parameters, aborted) : WriteAsync(caller, accepted, parameters, aborted);
    }

    private async Task StreamAsync(
        Caller caller, AcceptedTypes accepted, RequestParameters parameters, CancellationToken aborted)
    {
        using var services = new RequestServices(caller);
        await eventStreams.AnswerAsync(
            caller.Context, services, () => RespondAsync(caller, services, accepted, parameters, aborted));
    }

    private ValueTask<GraphQLResponse> RespondAsync(
        Caller caller, RequestServices services, AcceptedTypes accepted, RequestParameters parameters, CancellationToken aborted)
    {
        var request = caller.Context.Request;
        var isRead = RequestRules.IsRead(request);
        return runner.RespondAsync(parameters, services, caller,
            isRead && HttpMethods.IsHead(request.Method) ? ResponseForms.Single : accepted.Forms, // Nobody reads that stream.
            isRead, aborted);
    }

    private async Task WriteAsync(
        Caller caller, AcceptedTypes accepted, RequestParameters parameters, CancellationToken aborted)
    {
        var context = caller.Context;
        using var services = new RequestServices(caller);
        await using var answer = await RespondAsync(caller, services, accepted, parameters, aborted);
        var mediaType = TypeOf(answer, accepted);
        if (mediaType == ResponseMediaType.EventStream)
        {
            await StreamAsync(context, services, answer);
            return;
        }
        SetHeaders(context.Response, mediaType, answer);
        if (mediaType.IsJson) await SendAsync(context.Response, answer.Initial!, aborted);
        else await multipart.WriteAsync(context, services, answer);
    }

    private Task StreamAsync(HttpContext context, RequestServices services, GraphQLResponse answer) =>
        eventStreams.AnswerAsync(context, services, () => ValueTask.FromResult(answer));

    private static ResponseMediaType TypeOf(GraphQLResponse answer, AcceptedTypes accepted)
    {
        if (answer.Following is null) return accepted.Single;
        return accepted.Stream(answer.OperationType == OperationType.Subscription
            ? ResponseForms.Subscription : ResponseForms.Incremental);
    }

    private static void SetHeaders(HttpResponse response, ResponseMediaType mediaType, GraphQLResponse answer)
    {
        // A stream has begun well, whatever comes later.
        if (answer.Following is null) response.StatusCode = ResponseStatus.Of(answer.Initial!, mediaType);
        response.ContentType = mediaType.ContentType;
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed) response.Headers.Allow = "POST";
    }

    private static Task SendAsync(HttpResponse response, GraphQLResult result, CancellationToken aborted)
    {
        ReadOnlyMemory<byte> written;
        ResponseBytes? body = null;
        using (result) // It ends before the client can have it: who reads metrics next finds it there.
        {
            if (!result.TryGetWritten(out written)) result.WriteTo(body = new ResponseBytes());
        }
        return body is null ? response.SendAsync(written, aborted) : response.SendAsync(body, aborted);
    }
}
