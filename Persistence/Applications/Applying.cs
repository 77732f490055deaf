using Npgsql;

namespace Jobs.Persistence;

/// <summary>Begins to apply.</summary>
public sealed class Applying(NpgsqlDataSource dataSource)
{
    /// <summary>
    /// How many transactions are useful at once, three for each processor; whatever else comes waits for a connection. More of
    /// PostgreSQL's processes push each other off its processors between the two round trips of a transaction, and find nothing at
    /// hand when it is their turn.
    /// </summary>
    public static readonly int AtOnce = Math.Clamp(3 * Environment.ProcessorCount, 4, 12);

    /// <exception cref="KeyNotFoundException">There is no such person.</exception>
    public Task<ApplyTransaction> BeginAsync(ApplyQuestion question, CancellationToken cancellationToken) =>
        ApplyTransaction.BeginAsync(dataSource, question, cancellationToken);
}
