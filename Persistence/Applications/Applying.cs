using Npgsql;

namespace Jobs.Persistence;

/// <summary>Begins to apply.</summary>
/// <remarks>
/// Some transactions at once are served sooner than all at once: with 32 under way on two processors they take PostgreSQL half as
/// long again each. Only so many, though, while they are quick: whoever has waited for a turn goes without one, because
/// those under way may be waiting themselves, for a disk or for somebody's lock.
/// </remarks>
public sealed class Applying(NpgsqlDataSource dataSource) : IDisposable
{
    private static readonly int AtOnce = 4 * Environment.ProcessorCount;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim turns = new(AtOnce, AtOnce);

    /// <exception cref="KeyNotFoundException">There is no such person.</exception>
    public async Task<ApplyTransaction> BeginAsync(ApplyQuestion question, CancellationToken cancellationToken)
    {
        var turn = await turns.WaitAsync(Patience, cancellationToken) ? turns : null;
        return await ApplyTransaction.BeginAsync(dataSource, question, turn, cancellationToken);
    }

    public void Dispose() => turns.Dispose();
}
