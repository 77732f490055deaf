using Jobs.GraphQL.Cost;
using Jobs.GraphQL.Diagnostics;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Observability;

/// <summary>One line for each operation that took too long: enough to find it again, nothing of what it was about.</summary>
public sealed partial class SlowOperationLog(ILogger<SlowOperationLog> logger, IOptions<ObservabilityOptions> options)
{
    private readonly int threshold = options.Value.SlowOperationMilliseconds;

    public void Note(
        ObservedOperation operation, ClientIdentity client, TimeSpan duration, OperationCost? cost, SqlUse? sql, long bytes)
    {
        var milliseconds = duration.TotalMilliseconds;
        if (threshold == 0 || milliseconds < threshold) return;
        LogSlow(
            logger, MaskedText.Name(operation.Name), operation.DocumentHash, (long)milliseconds,
            cost?.FieldCost ?? 0, cost?.TypeCost ?? 0, sql?.Statements ?? 0, (long)(sql?.Milliseconds ?? 0), bytes,
            client.Name, client.Version);
    }

    [LoggerMessage(EventId = 21, EventName = "SlowOperation", Level = LogLevel.Warning,
        Message = "Slow operation {OperationName} (document {DocumentHash}): {Milliseconds} ms, cost {FieldCost} of fields and "
            + "{TypeCost} of values, {Statements} SQL statements in {SqlMilliseconds} ms, {Bytes} bytes, "
            + "client {ClientName} {ClientVersion}")]
    private static partial void LogSlow(
        ILogger logger, string operationName, string documentHash, long milliseconds, double fieldCost,
        double typeCost, int statements, long sqlMilliseconds, long bytes, string clientName, string clientVersion);
}
