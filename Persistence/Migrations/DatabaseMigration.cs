using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>Brings a database to what this program expects: migrations, then the reference data.</summary>
public sealed class DatabaseMigration(IDbContextFactory<JobsDb> dbFactory)
{
    private const long AdvisoryLock = 0x4A6F62734D696772; // "JobsMigr"

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
    public async Task<bool> IsUpToDateAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }
}
