using Jobs.Api.ServerSentEvents;
using Jobs.Api.Transport;
using Jobs.GraphQL;
using Jobs.GraphQL.Language;

namespace Jobs.Api.Http;

/// <summary>Executes one operation, and answers in the form that the client takes and the answer needs.</summary>
public sealed class OperationExecution(OperationRunner runner, MultipartResponse multipart, EventStreamTransport eventStreams)
{
    public Task AnswerAsync(HttpContext context, AcceptedTypes accepted, RequestParameters parameters, ConnectionViewer viewer)
    {
        parameters.CostReporting = CostHeader.Of(context.Request.Headers);
        return accepted.Single == ResponseMediaType.EventStream
            ? StreamAsync(context, accepted, parameters, viewer) : WriteAsync(context, accepted, parameters, viewer);
    }

    private Task StreamAsync(HttpContext context, AcceptedTypes accepted, RequestParameters parameters, ConnectionViewer viewer) =>
        eventStreams.AnswerAsync(context, () => RespondAsync(context, accepted, parameters, viewer));

    private ValueTask<GraphQLResponse> RespondAsync(
        HttpContext context, AcceptedTypes accepted, RequestParameters parameters, ConnectionViewer viewer) =>
        runner.RespondAsync(parameters, RequestServices.Of(context, viewer), viewer,
            HttpMethods.IsHead(context.Request.Method) ? ResponseForms.Single : accepted.Forms, // Nobody reads that stream.
            RequestRules.IsRead(context.Request), context.RequestAborted);

    private async Task WriteAsync(
        HttpContext context, AcceptedTypes accepted, RequestParameters parameters, ConnectionViewer viewer)
    {
        await using var answer = await RespondAsync(context, accepted, parameters, viewer);
        var mediaType = TypeOf(answer, accepted);
        if (mediaType == ResponseMediaType.EventStream)
        {
            await StreamAsync(context, answer);
            return;
        }
        SetHeaders(context.Response, mediaType, answer);
        if (mediaType.IsJson) await SendAsync(context, answer.Initial!);
        else await multipart.WriteAsync(context, answer);
    }

    private Task StreamAsync(HttpContext context, GraphQLResponse answer) =>
        eventStreams.AnswerAsync(context, () => ValueTask.FromResult(answer));

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
