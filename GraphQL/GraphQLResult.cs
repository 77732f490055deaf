using System.Buffers;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL;

/// <summary>The answer to one request, ready to be written.</summary>
public sealed class GraphQLResult : IDisposable
{
    internal GraphQLResult(IReadOnlyList<GraphQLError> errors, bool isRequestError) =>
        (Errors, IsRequestError) = (errors, isRequestError);

    /// <summary>True if nothing was executed: the response has no <c>data</c>.</summary>
    public bool IsRequestError { get; }

    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>The name of the operation that was chosen; null if it has none or none was chosen.</summary>
    public string? OperationName { get; internal init; }

    /// <summary>Null if no operation was chosen.</summary>
    public OperationType? OperationType { get; internal init; }

    /// <summary>Writes the response map as UTF-8 JSON.</summary>
    public void WriteTo(IBufferWriter<byte> output) => throw new NotImplementedException();

    /// <summary>Gives the memory of the result back; it cannot be written any more.</summary>
    public void Dispose()
    {
    }
}
