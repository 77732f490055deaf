using System.Buffers;
using System.Text.Json;
using Jobs.Api.Transport;
using Jobs.GraphQL;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Http;

/// <summary>Several requests in one body: each on its own and all at once, answered in their order.</summary>
/// <remarks>https://github.com/graphql/graphql-over-http/blob/main/rfcs/Batching.md</remarks>
public sealed class BatchExecution(
    OperationRunner runner, ErrorPresenter presenter, IServiceScopeFactory scopes, IOptions<GraphQLOptions> options)
{
    private readonly GraphQLOptions limits = options.Value;

    /// <exception cref="TransportException">The batch as a whole is refused; nothing was executed.</exception>
    public async Task AnswerAsync(Caller caller, ResponseMediaType mediaType, JsonElement requests)
    {
        var context = caller.Context;
        if (!mediaType.IsJson) throw TransportException.NotAcceptable(); // A stream of batches is nobody's format.
        Check(requests.GetArrayLength());
        var answers = await Task.WhenAll(requests.EnumerateArray()
            .Select(request => AnswerAsync(request, caller, context.RequestAborted)));
        context.Response.ContentType = mediaType.ContentType;
        var body = new ResponseBytes();
        Write(body, answers);
        await context.Response.SendAsync(body, context.RequestAborted);
    }

    private void Check(int size)
    {
        if (!limits.AllowBatching) throw Refusal(TransportErrorCodes.BatchingNotAllowed, "Send one request at a time.");
        if (size > limits.MaxBatchSize)
            throw Refusal(TransportErrorCodes.BatchTooLarge, $"A batch may have at most {limits.MaxBatchSize} requests.");
        if (size == 0) throw TransportException.BadRequest("A batch has at least one request.");
    }

    /// <summary>What is wrong with one request, or breaks in it, is its own answer and no other's.</summary>
    private async Task<Answer> AnswerAsync(JsonElement request, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = caller.OpenScope(scopes);
            await using var response = await runner.RespondAsync(RequestParameters.FromJson(request), scope.ServiceProvider,
                caller, ResponseForms.Single, queryOnly: false, cancellationToken);
            return new Answer(response.Initial!);
        }
        catch (TransportException refusal)
        {
            return new Answer(new GraphQLError(refusal.Message) { Code = refusal.Code });
        }
#pragma warning disable CA1031 // One request that breaks must not take the answers of the others with it.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return new Answer(presenter.Mask(exception, caller.Context));
        }
    }

    private static void Write(IBufferWriter<byte> output, Answer[] answers)
    {
        for (var index = 0; index < answers.Length; index++)
        {
            output.Write(index == 0 ? "["u8 : ","u8);
            using var result = answers[index].Result;
            if (result is not null) result.WriteTo(output);
            else ErrorResponse.WriteTo(output, answers[index].Error!);
        }
        output.Write("]"u8);
    }

    private static TransportException Refusal(string code, string message) =>
        new(StatusCodes.Status400BadRequest, code, message);

    private readonly record struct Answer(GraphQLResult? Result, GraphQLError? Error)
    {
        public Answer(GraphQLResult result) : this(result, null)
        {
        }

        public Answer(GraphQLError error) : this(null, error)
        {
        }
    }
}
