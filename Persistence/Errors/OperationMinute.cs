namespace Jobs.Persistence;

/// <summary>Requests of an operation in one minute, on all instances: what shares are taken of. Kept for two hours.</summary>
public sealed class OperationMinute
{
    public required string Operation { get; init; }
    public DateTimeOffset Minute { get; init; }
    public long Requests { get; init; }
    public long Failures { get; init; }
}
