using Jobs.Api.Http;
using Jobs.Api.SignIn;
using Jobs.GraphQL;
using Jobs.Persistence;
using Jobs.Schema;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Jobs.Api;

/// <summary>POST and GET /graphql, as the GraphQL-over-HTTP specification has them.</summary>
/// <remarks>https://graphql.github.io/graphql-over-http/draft/</remarks>
public sealed class GraphQLEndpoint(
    GraphQLEngine engine, UserAccounts accounts, ErrorPresenter presenter, IOptions<GraphQLOptions> options)
{
    public const string Path = "/graphql";
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
            if (!await SignInAsync(context)) throw TransportException.Unauthenticated();
            using var body = await ReadAsync(context);
            await ExecuteAsync(context, mediaType, body);
        }
        catch (TransportException refusal)
        {
            await ErrorResponse.WriteAsync(context, mediaType ?? ResponseMediaType.Json, refusal.Status,
                new GraphQLError(refusal.Message) { Code = refusal.Code });
        }
    }

    /// <summary>False if there are credentials and they are no good; then the challenge is already in the headers.</summary>
    private async Task<bool> SignInAsync(HttpContext context)
    {
        var authentication = await context.AuthenticateAsync(BearerHandler.SchemeName);
        if (authentication.Failure is not null)
        {
            await context.ChallengeAsync(BearerHandler.SchemeName);
            return false;
        }
        if (authentication.Principal?.FindFirst("sub") is not { } subject) return true;
        context.User = authentication.Principal;
        var userId = await accounts.FindOrCreateAsync(subject.Issuer, subject.Value, context.RequestAborted);
        context.RequestServices.GetRequiredService<CurrentViewer>().SignIn(userId);
        return true;
    }

    private async Task<GraphQLBody> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method)) return GraphQLBody.FromQueryString(request.Query, limits.BodyDepthMax);
        var bytes = await BodyBytes.ReadAsync(request, limits.BodyBytesMax, context.RequestAborted);
        return GraphQLBody.FromJson(bytes, limits.BodyDepthMax);
    }

    private async Task ExecuteAsync(HttpContext context, ResponseMediaType mediaType, GraphQLBody body)
    {
        using var result = await engine.ExecuteAsync(new GraphQLRequest
        {
            Query = body.Query,
            OperationName = body.OperationName,
            Variables = body.Variables,
            Services = context.RequestServices,
            QueryOnly = HttpMethods.IsGet(context.Request.Method),
        }, context.RequestAborted);
        presenter.Log(result);

        var response = context.Response;
        response.StatusCode = ResponseStatus.Of(result, mediaType);
        response.ContentType = mediaType.ContentType;
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed) response.Headers.Allow = "POST";
        result.WriteTo(response.BodyWriter);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
