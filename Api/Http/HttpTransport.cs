using System.Buffers;
using System.Text.Json;
using Jobs.Api.Transport;
using Jobs.GraphQL;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Http;

/// <summary>POST, GET and HEAD, as the GraphQL-over-HTTP specification has them.</summary>
/// <remarks>https://graphql.github.io/graphql-over-http/draft/</remarks>
public sealed class HttpTransport(
    OperationExecution operations, BatchExecution batches, ConnectionSignIn signIn, IOptions<GraphQLOptions> options)
{
    private readonly GraphQLOptions limits = options.Value;

    public async Task AnswerAsync(HttpContext context)
    {
        var aborted = context.RequestAborted; // Asking for it takes a lock.
        context.Response.Headers.CacheControl = "no-store"; // Most answers depend on who asks, and on the form that they take.
        var accepted = AcceptedTypes.Read(context.Request.Headers.Accept);
        try
        {
            RequestRules.Check(context);
            if (accepted.IsNone) throw TransportException.NotAcceptable();
            var caller = Welcome(context, await signIn.SignInAsync(context.Request.Headers.Authorization, aborted));
            if (RequestRules.IsRead(context.Request))
            {
                var parameters = QueryString.Read(context.Request.Query, limits.BodyDepthMax);
                await operations.AnswerAsync(caller, accepted, parameters, aborted);
                return;
            }
            var sent = await BodyBytes.ReadAsync(context.Request, limits.BodyBytesMax, aborted);
            if (PlainRequest.Read(sent, limits.BodyDepthMax) is { } plain)
            {
                context.Request.BodyReader.AdvanceTo(sent.End);
                await operations.AnswerAsync(caller, accepted, plain, aborted);
                return;
            }
            await AnswerAsync(caller, accepted, sent, aborted);
        }
        catch (TransportException refusal)
        {
            await ErrorResponse.WriteAsync(
                context, accepted.Refusal, refusal.Status, new GraphQLError(refusal.Message) { Code = refusal.Code });
        }
    }

    /// <summary>Everything that is no plain request.</summary>
    private async Task AnswerAsync(
        Caller caller, AcceptedTypes accepted, ReadOnlySequence<byte> sent, CancellationToken aborted)
    {
        using var bytes = new BodyBytes(sent);
        caller.Context.Request.BodyReader.AdvanceTo(sent.End);
        using var body = RequestJson.Parse(bytes.Memory, "The body", limits.BodyDepthMax);
        if (body.RootElement.ValueKind == JsonValueKind.Array)
            await batches.AnswerAsync(caller, accepted.Single, body.RootElement);
        else
            await operations.AnswerAsync(caller, accepted, RequestParameters.FromJson(body.RootElement), aborted);
    }

    private static Caller Welcome(HttpContext context, ConnectionViewer viewer)
    {
        if (viewer.Challenge is not { } challenge) return new Caller(context, viewer);
        context.Response.Headers.WWWAuthenticate = challenge;
        throw TransportException.Unauthenticated();
    }
}
