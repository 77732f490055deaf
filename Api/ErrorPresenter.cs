using Jobs.GraphQL;

namespace Jobs.Api;

/// <summary>Decides alone what a client learns about a failure: its own mistakes in full, ours as an id.</summary>
public sealed partial class ErrorPresenter(ILogger<ErrorPresenter> logger)
{
    public const string MaskedMessage = "Internal server error.";
    private const string ErrorId = "errorId";

    /// <summary>What stands for an error in the response. The exception stays beside it, for the log only.</summary>
    public static GraphQLError Present(GraphQLError error) => error switch
    {
        { Exception: GraphQLException expected } =>
            error with { Message = expected.Message, Code = expected.Code, Extensions = expected.Extensions, Exception = null },
        { Exception: not null } => error with
        {
            Message = MaskedMessage,
            Code = ErrorCodes.InternalServerError,
            Extensions = new Dictionary<string, object?> { [ErrorId] = Guid.NewGuid().ToString("n") },
        },
        _ => error,
    };

    /// <summary>Logs what was masked in an answer: afterwards, because only then the operation is known.</summary>
    public void Log(GraphQLResult result)
    {
        foreach (var error in result.Errors)
            if (error.Exception is not null) Log(error, result.OperationName);
    }

    /// <summary>Masks and logs a failure outside of any field.</summary>
    public GraphQLError Mask(Exception exception)
    {
        var error = Present(new GraphQLError(MaskedMessage) { Exception = exception });
        Log(error, operationName: null);
        return error;
    }

    private void Log(GraphQLError error, string? operationName) => LogUnexpected(
        logger, (string?)error.Extensions?[ErrorId], MaskedText.Name(operationName), MaskedText.Path(error.Path),
        MaskedText.Exception(error.Exception!));

    // The exception itself is not handed over: a log provider would write its message, which can quote what a client sent.
    [LoggerMessage(EventId = 1, EventName = "Unexpected", Level = LogLevel.Error,
        Message = "Error {ErrorId} in operation {OperationName} at {Path}: {Detail}")]
    private static partial void LogUnexpected(ILogger logger, string? errorId, string operationName, string path, string detail);
}
