using System.CommandLine;
using Jobs.Api.Startup;
using Jobs.Persistence;

namespace Jobs.Api.Verbs;

/// <summary><c>migrate</c>: brings the database up to date, which the service itself does in Development only.</summary>
public static class MigrateVerb
{
    public static Command Create()
    {
        var command = new Command("migrate", "Apply the migrations that the database has not seen yet.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var app = JobsService.Build(JobsService.CreateBuilder([]));
        await app.Services.GetRequiredService<ServiceDatabase>().OpenAsync(cancellationToken);
        var migration = app.Services.GetRequiredService<DatabaseMigration>();
        var wasUpToDate = await migration.IsUpToDateAsync(cancellationToken);
        await migration.ApplyAsync(cancellationToken); // Reference data too, even when no migration is due.
        Console.Out.WriteLine(wasUpToDate ? "The database was up to date." : "The database is up to date now.");
        return 0;
    }
}
