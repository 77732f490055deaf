using System.Buffers;
using Jobs.GraphQL.Diagnostics;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL;

/// <summary>One entry of a response's <c>errors</c>.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Errors</remarks>
public sealed record GraphQLError(string Message)
{
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>Response names (string) and list indexes (int) from the root; null if no field is to blame.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Machine-readable kind, written as <c>extensions.code</c>; see <see cref="ErrorCodes"/>.</summary>
    public string? Code { get; init; }

    /// <summary>Further members of <c>extensions</c>.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>What a resolver threw. Never written to a response.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The fields that failed with it, if it is an exception of a field's. Never written to a response.</summary>
    public FieldFailure? Failure { get; init; }

    /// <summary>Writes errors as JSON, as the list that a response has them in.</summary>
    public static void WriteList(IBufferWriter<byte> output, IReadOnlyList<GraphQLError> errors) =>
        ResponseWriter.WriteErrors(output, errors);

    /// <summary>What a client may learn about an exception, without its place.</summary>
    internal static GraphQLError Of(Exception exception) => exception switch
    {
        GraphQLException shown =>
            new GraphQLError(shown.Message) { Code = shown.Code, Extensions = shown.Extensions, Exception = shown },
        FieldException { Node: not null } sent => new GraphQLError(sent.Message) { Code = ErrorCodes.BadUserInput },
        FieldException or CoercionException =>
            new GraphQLError(exception.Message) { Code = ErrorCodes.InternalServerError, Exception = exception },
        _ => Internal(exception),
    };

    /// <summary>Something broke, and the client learns no more than that.</summary>
    internal static GraphQLError Internal(Exception exception) =>
        new("Internal server error.") { Code = ErrorCodes.InternalServerError, Exception = exception };
}
