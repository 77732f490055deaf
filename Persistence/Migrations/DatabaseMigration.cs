using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Jobs.Persistence;

/// <summary>Brings a database to what this program expects: migrations, then the reference data.</summary>
public sealed class DatabaseMigration(NpgsqlDataSource dataSource, IDbContextFactory<JobsDb> dbFactory)
{
    /// <summary>Where EF Core notes what it has applied.</summary>
    internal const string HistoryTable = "migrations_history";

    private const long AdvisoryLock = 0x4A6F62734D696772; // "JobsMigr"

    private static readonly string[] Known =
    [
        .. typeof(JobsDb).Assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>(),
    ];

    /// <summary>Safe from any number of instances at once: whoever waits finds it done.</summary>
    /// <remarks>
    /// EF locks its history table too, but only for one migration at a time, and does not look again at what is pending: two
    /// instances with two migrations to go would both apply the second one.
    /// </remarks>
    public async Task ApplyAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1)); // An index over many rows, or waiting for whoever builds it.
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            await db.Database.MigrateAsync(cancellationToken); // Creates the database, or says why it cannot be reached.
            return;
        }

        await db.Database.OpenConnectionAsync(cancellationToken); // The lock belongs to the session.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({AdvisoryLock})", cancellationToken);
        try
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({AdvisoryLock})", CancellationToken.None);
        }
    }

    /// <summary>False while this program knows a migration that the database has not seen.</summary>
    /// <remarks>Plain SQL: every start waits for it, and EF Core would make its model first, which takes longer than all the rest.</remarks>
    public async Task<bool> IsUpToDateAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = dataSource.CreateCommand($"SELECT \"MigrationId\" FROM {HistoryTable}");
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var applied = new HashSet<string>(StringComparer.Ordinal);
            while (await reader.ReadAsync(cancellationToken)) applied.Add(reader.GetString(0));
            return applied.IsSupersetOf(Known);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidCatalogName)
        {
            return false;
        }
    }
}
