using System.Text.Json;
using Jobs.Api.Transport;
using Jobs.GraphQL;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Jobs.Api.Http;

/// <summary>POST, GET and HEAD, as the GraphQL-over-HTTP specification has them.</summary>
/// <remarks>https://graphql.github.io/graphql-over-http/draft/</remarks>
public sealed class HttpTransport(
    OperationRunner runner, BatchExecution batches, ConnectionSignIn signIn, IOptions<GraphQLOptions> options)
{
    private readonly GraphQLOptions limits = options.Value;

    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store"; // Most answers depend on who asks.
        context.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Accept, HeaderNames.Authorization);
        var mediaType = ResponseMediaType.Choose(context.Request.Headers.Accept);
        try
        {
            RequestRules.Check(context);
            if (mediaType is null) throw TransportException.NotAcceptable();
            var viewer = await SignInAsync(context);
            if (RequestRules.IsRead(context.Request))
            {
                var parameters = QueryString.Read(context.Request.Query, limits.BodyDepthMax);
                await ExecuteAsync(context, mediaType, parameters, viewer);
                return;
            }
            var bytes = await BodyBytes.ReadAsync(context.Request, limits.BodyBytesMax, context.RequestAborted);
            using var body = RequestJson.Parse(bytes, "The body", limits.BodyDepthMax);
            if (body.RootElement.ValueKind == JsonValueKind.Array)
                await batches.AnswerAsync(context, mediaType, body.RootElement, viewer);
            else
                await ExecuteAsync(context, mediaType, RequestParameters.FromJson(body.RootElement), viewer);
        }
        catch (TransportException refusal)
        {
            await ErrorResponse.WriteAsync(context, mediaType ?? ResponseMediaType.Json, refusal.Status,
                new GraphQLError(refusal.Message) { Code = refusal.Code });
        }
    }

    private async Task<ConnectionViewer> SignInAsync(HttpContext context)
    {
        var viewer = await signIn.SignInAsync(context.Request.Headers.Authorization, context.RequestAborted);
        if (viewer.Challenge is not { } challenge) return viewer;
        context.Response.Headers.WWWAuthenticate = challenge;
        throw TransportException.Unauthenticated();
    }

    private async Task ExecuteAsync(
        HttpContext context, ResponseMediaType mediaType, RequestParameters parameters, ConnectionViewer viewer)
    {
        viewer.Enter(context.RequestServices);
        using var result = await runner.RunAsync(
            parameters, context.RequestServices, RequestRules.IsRead(context.Request), context.RequestAborted);
        var response = context.Response;
        response.StatusCode = ResponseStatus.Of(result, mediaType);
        response.ContentType = mediaType.ContentType;
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed) response.Headers.Allow = "POST";
        result.WriteTo(response.BodyWriter);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
