using Jobs.Api.ServerSentEvents;
using Jobs.Api.Transport;
using Jobs.GraphQL;
using Jobs.GraphQL.Language;

namespace Jobs.Api.Http;

/// <summary>Executes one operation, and answers in the form that the client takes and the answer needs.</summary>
public sealed class OperationExecution(OperationRunner runner, MultipartResponse multipart, EventStreamTransport eventStreams)
{
    public Task AnswerAsync(Caller caller, AcceptedTypes accepted, RequestParameters parameters)
    {
        parameters.CostReporting = CostHeader.Of(caller.Context.Request.Headers);
        return accepted.Single == ResponseMediaType.EventStream
            ? StreamAsync(caller, accepted, parameters) : WriteAsync(caller, accepted, parameters);
    }

    private async Task StreamAsync(Caller caller, AcceptedTypes accepted, RequestParameters parameters)
    {
        using var services = new RequestServices(caller);
        await eventStreams.AnswerAsync(caller.Context, services, () => RespondAsync(caller, services, accepted, parameters));
    }

    private ValueTask<GraphQLResponse> RespondAsync(
        Caller caller, RequestServices services, AcceptedTypes accepted, RequestParameters parameters)
    {
        var request = caller.Context.Request;
        var isRead = RequestRules.IsRead(request);
        return runner.RespondAsync(parameters, services, caller,
            isRead && HttpMethods.IsHead(request.Method) ? ResponseForms.Single : accepted.Forms, // Nobody reads that stream.
            isRead, caller.Context.RequestAborted);
    }

    private async Task WriteAsync(Caller caller, AcceptedTypes accepted, RequestParameters parameters)
    {
        var context = caller.Context;
        using var services = new RequestServices(caller);
        await using var answer = await RespondAsync(caller, services, accepted, parameters);
        var mediaType = TypeOf(answer, accepted);
        if (mediaType == ResponseMediaType.EventStream)
        {
            await StreamAsync(context, services, answer);
            return;
        }
        SetHeaders(context.Response, mediaType, answer);
        if (mediaType.IsJson) await SendAsync(context, answer.Initial!);
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

    private static Task SendAsync(HttpContext context, GraphQLResult result)
    {
        var body = new ResponseBytes();
        using (result) result.WriteTo(body);
        return context.Response.SendAsync(body, context.RequestAborted);
    }
}
