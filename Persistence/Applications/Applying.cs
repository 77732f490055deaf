using Npgsql;

namespace Jobs.Persistence;

/// <summary>Begins to apply.</summary>
public sealed class Applying(NpgsqlDataSource dataSource)
{
    /// <exception cref="KeyNotFoundException">There is no such person.</exception>
    public Task<ApplyTransaction> BeginAsync(ApplyQuestion question, CancellationToken cancellationToken) =>
        ApplyTransaction.BeginAsync(dataSource, question, cancellationToken);
}
