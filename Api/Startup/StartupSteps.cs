using Jobs.Api.PersistedOperations;
using Jobs.Api.SignIn;
using Jobs.Api.WebConsole.Experiments;
using Jobs.Experiments;
using Jobs.GraphQL;
using Jobs.Persistence;
using Jobs.Persistence.Samples;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Jobs.Api.Startup;

/// <summary>From the configuration to listening; each step that fails says everything it has to say.</summary>
public static partial class StartupSteps
{
    public static async Task RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var services = app.Services;
        var binding = Task.Run(() => Bind(services), CancellationToken.None);
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            services.GetRequiredService<BearerTokens>(); // Reads or creates the development key.
        }
        catch
        {
            // Its services are about to be disposed of; the check says more than it can.
            await binding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
        // A contradiction shows before a database of our own is started; a server that runs already is asked meanwhile.
        if (app.Environment.IsDevelopment()) await binding;
        try
        {
            await services.GetRequiredService<ServiceDatabase>().OpenAsync(cancellationToken);
            if (app.Environment.IsDevelopment()) await PrepareAsync(services, app.Logger, cancellationToken);
            else await CheckAsync(services, app.Logger, cancellationToken);
        }
        finally
        {
            await binding;
        }
        await services.GetRequiredService<TrustedDocumentRegistry>().LoadAsync(cancellationToken);
        await services.GetRequiredService<ServedSnapshots>().LoadAsync(cancellationToken);
    }

    /// <summary>For verbs that need the tables: Development makes them, elsewhere somebody has to.</summary>
    public static async Task EnsureMigratedAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var migration = app.Services.GetRequiredService<DatabaseMigration>();
        if (app.Environment.IsDevelopment()) await migration.ApplyAsync(cancellationToken);
        else if (!await migration.IsUpToDateAsync(cancellationToken))
            throw new StartupException("The database is not migrated. Run the verb \"migrate\" first.");
    }

    private static void Bind(IServiceProvider services)
    {
        services.GetRequiredService<GraphQLEngine>();
        services.GetRequiredService<TrustedDocumentFolder>().Load(); // A document that does not fit the schema is a contradiction, too.
    }

    private static async Task PrepareAsync(IServiceProvider services, ILogger logger, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<ServiceDatabase>();
        if (database.PrivateFolder is { } folder) LogPrivateDatabase(logger, folder);
        await services.GetRequiredService<DatabaseMigration>().ApplyAsync(cancellationToken);
        if (!services.GetRequiredService<IOptions<SamplesOptions>>().Value.Enabled) return;
        var time = services.GetRequiredService<TimeProvider>();
        var started = time.GetTimestamp();
        if (!await SamplePosts.CreateAsync(database.DataSource, time, cancellationToken)) return;
        await WorkedExample.CreateAsync(services, cancellationToken);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        LogSamplesCreated(logger, seconds);
    }

    /// <summary>A wrong password stops the start; a server that is away does not: not ready until it is back.</summary>
    private static async Task CheckAsync(IServiceProvider services, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            // Opened first: a database that does not exist would pass for one that is not migrated.
            await using (await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(cancellationToken))
            {
            }
            var migration = services.GetRequiredService<DatabaseMigration>();
            if (!await migration.IsUpToDateAsync(cancellationToken)) LogNotMigrated(logger);
        }
        catch (NpgsqlException exception) when (exception.IsTransient)
        {
            LogUnreachable(logger);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The database is a private PostgreSQL in {Folder}.")]
    private static partial void LogPrivateDatabase(ILogger logger, string folder);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "The board was empty: made up sample posts, shops and people in {Seconds:0.0} s. "
            + "A token for person 42, who looks for work: dotnet run --project Api -- token --user 42")]
    private static partial void LogSamplesCreated(ILogger logger, double seconds);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "The database is not migrated: run the verb \"migrate\". Until then this instance is not ready.")]
    private static partial void LogNotMigrated(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "The database cannot be reached. Until it can, this instance is not ready.")]
    private static partial void LogUnreachable(ILogger logger);
}
