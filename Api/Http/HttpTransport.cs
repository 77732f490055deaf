using Jobs.Api.Transport;
using Jobs.GraphQL;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Http;

/// <summary>POST and GET, as the GraphQL-over-HTTP specification has them.</summary>
/// <remarks>https://graphql.github.io/graphql-over-http/draft/</remarks>
public sealed class HttpTransport(OperationRunner runner, ConnectionSignIn signIn, IOptions<GraphQLOptions> options)
{
    private readonly GraphQLOptions limits = options.Value;

    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store"; // Most answers depend on who asks.
        context.Response.Headers.Vary = "Accept, Authorization";
        var mediaType = ResponseMediaType.Choose(context.Request.Headers.Accept);
        try
        {
            RequestRules.Check(context);
            if (mediaType is null) throw TransportException.NotAcceptable();
            await SignInAsync(context);
            await ReadAndExecuteAsync(context, mediaType);
        }
        catch (TransportException refusal)
        {
            await ErrorResponse.WriteAsync(context, mediaType ?? ResponseMediaType.Json, refusal.Status,
                new GraphQLError(refusal.Message) { Code = refusal.Code });
        }
    }

    private async Task SignInAsync(HttpContext context)
    {
        var viewer = await signIn.SignInAsync(context.Request.Headers.Authorization, context.RequestAborted);
        if (viewer.Challenge is { } challenge)
        {
            context.Response.Headers.WWWAuthenticate = challenge;
            throw TransportException.Unauthenticated();
        }
        viewer.Enter(context.RequestServices);
    }

    private async Task ReadAndExecuteAsync(HttpContext context, ResponseMediaType mediaType)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method))
        {
            await ExecuteAsync(context, mediaType, QueryString.Read(request.Query, limits.BodyDepthMax));
            return;
        }
        var bytes = await BodyBytes.ReadAsync(request, limits.BodyBytesMax, context.RequestAborted);
        using var body = RequestJson.Parse(bytes, "The body", limits.BodyDepthMax);
        await ExecuteAsync(context, mediaType, RequestParameters.FromJson(body.RootElement));
    }

    private async Task ExecuteAsync(HttpContext context, ResponseMediaType mediaType, RequestParameters parameters)
    {
        using var result = await runner.RunAsync(
            parameters, context.RequestServices, HttpMethods.IsGet(context.Request.Method), context.RequestAborted);
        var response = context.Response;
        response.StatusCode = ResponseStatus.Of(result, mediaType);
        response.ContentType = mediaType.ContentType;
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed) response.Headers.Allow = "POST";
        result.WriteTo(response.BodyWriter);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
