using Jobs.Api.SignIn;
using Jobs.Api.Transport;
using Jobs.GraphQL;

namespace Jobs.Api.Http;

/// <summary>The outermost middleware: whatever goes wrong inside ends here as a masked answer, never as a stack trace.</summary>
public sealed class UnexpectedErrors(RequestDelegate next, ErrorPresenter presenter)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; nobody is left to answer.
        }
        catch (BadHttpRequestException exception)
        {
            // Kestrel's own refusals while a body is read: too slow, cut off, malformed chunks. Its sentences are fixed texts.
            await AnswerAsync(context, exception.StatusCode, new GraphQLError("The HTTP request is malformed or incomplete.")
            {
                Code = exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? TransportErrorCodes.PayloadTooLarge : TransportErrorCodes.BadRequest,
            });
        }
        catch (KeysUnavailableException exception)
        {
            context.Response.Headers.RetryAfter = "5";
            await AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, presenter.Mask(exception));
        }
        catch (Exception exception)
        {
            await AnswerAsync(context, StatusCodes.Status500InternalServerError, presenter.Mask(exception));
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
