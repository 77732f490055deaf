using System.Runtime.CompilerServices;
using Jobs.Api.Errors;
using Jobs.GraphQL;
using Jobs.Persistence;

namespace Jobs.Api;

/// <summary>Decides alone what a client learns about a failure: its own mistakes in full, ours as an id.</summary>
/// <param name="logger">Gets what was masked.</param>
/// <param name="capture">Gets it too, where somebody watches over errors.</param>
public sealed partial class ErrorPresenter(ILogger<ErrorPresenter> logger, ErrorCapture? capture = null)
{
    public const string MaskedMessage = "Internal server error.";
    private const string ErrorId = "errorId";

    // One exception that fails twenty fields is one error: the client, the log and the reports have the same id for it.
    private static readonly ConditionalWeakTable<Exception, string> Ids = [];

    /// <summary>What stands for an error in the response. The exception stays beside it, for the log only.</summary>
    public static GraphQLError Present(GraphQLError error) => error switch
    {
        { Exception: GraphQLException expected } =>
            error with { Message = expected.Message, Code = expected.Code, Extensions = expected.Extensions, Exception = null },
        { Exception: { } exception } => error with
        {
            Message = MaskedMessage,
            Code = ErrorCodes.InternalServerError,
            Extensions = new Dictionary<string, object?> { [ErrorId] = Ids.GetValue(exception, static _ => NewId()) },
        },
        _ => error,
    };

    /// <summary>The id that a client was told; a new one for an error that has none.</summary>
    public static Guid IdOf(GraphQLError error) =>
        error.Extensions?.TryGetValue(ErrorId, out var id) == true && Guid.TryParse(id as string, out var known)
            ? known : Guid.NewGuid();

    /// <summary>Logs what was masked in an answer: afterwards, because only then the operation is known.</summary>
    /// <param name="result">One of the results of an operation.</param>
    /// <param name="services">Those of the operation's scope, which know the viewer.</param>
    public void Log(GraphQLResult result, IServiceProvider services)
    {
        if (result.Errors.Count == 0) return;
        foreach (var error in FailedOperation.ErrorsOf(result, services)) Log(error, services);
        foreach (var error in result.Errors)
            if (!FailedOperation.IsOurs(error)) capture?.CountExpected(error.Code);
    }

    /// <summary>Masks and logs a failure outside of any field.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="request">The request that it ended; null: it ended none.</param>
    public GraphQLError Mask(Exception exception, HttpContext? request = null)
    {
        var error = Present(new GraphQLError(MaskedMessage) { Exception = exception });
        Log(new CaughtError(ErrorSource.Http) { Id = IdOf(error), Exception = exception, IsHandled = false }, null, request);
        return error;
    }

    private static string NewId() => Guid.NewGuid().ToString("n");

    private void Log(CaughtError error, IServiceProvider? services, HttpContext? request = null)
    {
        var verdict = capture?.Capture(error, services, request)?.Verdict;
        LogUnexpected(
            logger, error.Id.ToString("n"), verdict is null ? "" : $" ({VerdictText.Of(verdict)})",
            error.Operation ?? "-", error.Paths.Count > 0 ? string.Join(", ", error.Paths) : "-",
            error.Exception is { } exception ? MaskedText.Exception(exception) : error.Kind);
    }

    // The exception itself is not handed over: a log provider would write its message, which can quote what a client sent.
    [LoggerMessage(EventId = 1, EventName = "Unexpected", Level = LogLevel.Error,
        Message = "Error {ErrorId}{Verdict} in operation {OperationName} at {Path}: {Detail}")]
    private static partial void LogUnexpected(
        ILogger logger, string errorId, string verdict, string operationName, string path, string detail);
}
