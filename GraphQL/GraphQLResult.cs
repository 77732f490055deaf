using System.Buffers;
using Jobs.GraphQL.Cost;
using Jobs.GraphQL.Diagnostics;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL;

/// <summary>The answer to one request, ready to be written.</summary>
public sealed class GraphQLResult : IDisposable
{
    private readonly ResultTree? _data;
    private readonly OperationPlan? _operation;
    private readonly byte[]? _written;

    /// <summary>A request error: nothing was executed.</summary>
    internal GraphQLResult(IReadOnlyList<GraphQLError> errors) => (Errors, IsRequestError) = (errors, true);

    internal GraphQLResult(ResultTree? data, IReadOnlyList<GraphQLError> errors, OperationPlan operation)
    {
        (_data, Errors) = (data, errors);
        (OperationName, OperationType, _operation) = (operation.Name, operation.Node.Operation, operation);
    }

    /// <summary>One that was written before, and is the same each time.</summary>
    internal GraphQLResult(byte[] written, OperationPlan operation)
        : this(data: null, [], operation) => _written = written;

    /// <summary>A later result of an incremental response.</summary>
    internal GraphQLResult(IncrementalPayload payload, OperationPlan operation)
        : this(data: null, payload.Errors, operation) => Payload = payload;

    /// <summary>Whether more results of the same response follow; null if the response is not incremental.</summary>
    public bool? HasNext => Payload?.HasNext;

    /// <summary>True if nothing was executed: the response has no <c>data</c>.</summary>
    public bool IsRequestError { get; }

    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>The name of the operation that was chosen; null if it has none or none was chosen.</summary>
    public string? OperationName { get; internal set; }

    /// <summary>Null if no operation was chosen.</summary>
    public OperationType? OperationType { get; internal set; }

    /// <summary>What may be told about the operation; null if none was executed.</summary>
    public ObservedOperation? Operation => _operation?.Observed;

    /// <summary>What the operation costs at most; null if it did not come to that, and for events.</summary>
    public OperationCost? Cost { get; internal set; }

    /// <summary>Whether the response says so, as <c>extensions.cost</c>.</summary>
    internal CostReporting CostReporting { get; set; }

    /// <summary>Told how many bytes were written, and when the result has had its time.</summary>
    internal OperationObserver? Observer { get; set; }

    /// <summary>What is announced, delivered and completed, if the response is incremental.</summary>
    internal IncrementalPayload? Payload { get; init; }

    /// <summary>Writes the response map as UTF-8 JSON.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        var length = _written is null ? ResponseWriter.Write(output, this, _data) : Copy(_written, output);
        Observer?.Wrote(length);
    }

    /// <summary>The response map as UTF-8 JSON, if it is always the same and was written before: nothing to be copied.</summary>
    /// <param name="written">Counted as written now. Stays as it is, even when the result is disposed.</param>
    public bool TryGetWritten(out ReadOnlyMemory<byte> written)
    {
        written = _written;
        if (_written is not null) Observer?.Wrote(_written.Length);
        return _written is not null;
    }

    /// <summary>Gives the memory of the result back; it cannot be written any more.</summary>
    public void Dispose()
    {
        _data?.Return();
        Observer?.OnDisposed(this);
        Payload?.Return();
    }

    private static long Copy(byte[] written, IBufferWriter<byte> output)
    {
        output.Write(written);
        return written.Length;
    }
}
