namespace Jobs.Schema;

/// <summary>A page of posts; the count is asked for only when a client selects it.</summary>
public sealed class JobPostConnection(
    IReadOnlyList<JobPostEdge> edges, bool hasNextPage, bool hasPreviousPage, Func<int, CancellationToken, Task<int>> countUpTo)
    : Connection<JobPostEdge, JobPost>(edges, hasNextPage, hasPreviousPage)
{
    internal Task<int> CountUpToAsync(int ceiling, CancellationToken cancellationToken) => countUpTo(ceiling, cancellationToken);
}

/// <summary>A count that stops early.</summary>
public sealed record BoundedCount(int Value, bool IsExact);

/// <summary>Fields of <c>JobPostConnection</c> that are more than a column.</summary>
public static class JobPostConnectionResolvers
{
    public const int CeilingMax = 10_000;

    public static async Task<BoundedCount?> TotalCount(
        JobPostConnection connection, int ceiling, CancellationToken cancellationToken)
    {
        if (ceiling is < 1 or > CeilingMax)
            throw new GraphQLException($"`ceiling` must be 1 to {CeilingMax}.", ErrorCodes.BadUserInput);
        var count = await connection.CountUpToAsync(ceiling, cancellationToken);
        return new BoundedCount(Math.Min(count, ceiling), count <= ceiling);
    }
}
