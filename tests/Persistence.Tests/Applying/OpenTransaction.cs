using Npgsql;

namespace Jobs.Persistence.Tests.Applying;

/// <summary>A transaction on a connection of its own, which holds what it locked until it is ended.</summary>
internal sealed class OpenTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<OpenTransaction> BeginAsync(NpgsqlDataSource dataSource, string statement)
    {
        var connection = await dataSource.OpenConnectionAsync(Cancellation);
        var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using var command = new NpgsqlCommand(statement, connection, transaction);
        await command.ExecuteNonQueryAsync(Cancellation);
        return new OpenTransaction(connection, transaction);
    }

    public Task CommitAsync() => transaction.CommitAsync(Cancellation);

    /// <summary>Takes it back unless it is committed, and gives the connection back.</summary>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
