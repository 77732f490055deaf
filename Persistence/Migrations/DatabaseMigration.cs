using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>Brings a database to what this program expects: migrations, then the reference data.</summary>
public sealed class DatabaseMigration(IDbContextFactory<JobsDb> dbFactory)
{
    /// <summary>Safe from any number of instances at once: EF locks its history table, and whoever waits finds it done.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>False while this program knows a migration that the database has not seen.</summary>
    public async Task<bool> IsUpToDateAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }
}
