using Jobs.Api.SignIn;
using Jobs.Api.Transport;
using Jobs.GraphQL;

namespace Jobs.Api.Http;

/// <summary>The outermost middleware: whatever goes wrong inside ends here as a masked answer, never as a stack trace.</summary>
public sealed class UnexpectedErrors(RequestDelegate next, ErrorPresenter presenter)
{
    /// <summary>Not async itself: most requests end where they began, and well.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        try
        {
            var answering = next(context);
            return answering.IsCompletedSuccessfully ? answering : WatchAsync(context, answering);
        }
        catch (Exception exception)
        {
            return AnswerAsync(context, exception);
        }
    }

    private async Task WatchAsync(HttpContext context, Task answering)
    {
        try
        {
            await answering;
        }
        catch (Exception exception)
        {
            await AnswerAsync(context, exception);
        }
    }

    private Task AnswerAsync(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case OperationCanceledException when context.RequestAborted.IsCancellationRequested:
                return Task.CompletedTask; // The client has gone; nobody is left to answer.
            case BadHttpRequestException { StatusCode: var status }:
                // Kestrel's own refusals while a body is read: too slow, cut off, malformed chunks. Its sentences are fixed texts.
                return AnswerAsync(context, status, new GraphQLError("The HTTP request is malformed or incomplete.")
                {
                    Code = status == StatusCodes.Status413PayloadTooLarge
                        ? TransportErrorCodes.PayloadTooLarge : TransportErrorCodes.BadRequest,
                });
            case KeysUnavailableException:
                context.Response.Headers.RetryAfter = "5";
                return AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, presenter.Mask(exception, context));
            default:
                return AnswerAsync(context, StatusCodes.Status500InternalServerError, presenter.Mask(exception, context));
        }
    }

    private static async Task AnswerAsync(HttpContext context, int status, GraphQLError error)
    {
        if (context.Response.HasStarted)
        {
            context.Abort(); // Half a response must not look like a whole one.
            return;
        }
        await ErrorResponse.WriteAsync(context, AcceptedTypes.Read(context.Request.Headers.Accept).Refusal, status, error);
    }
}
