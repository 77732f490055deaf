using System.Data.Common;
using Npgsql;

namespace Jobs.Persistence.Embedded;

/// <summary>The service's database: the configured server, or a private one where none is configured.</summary>
public sealed class JobsDatabase : IAsyncDisposable
{
    /// <summary>More than the service has; clients' filters make some of them.</summary>
    private const int PreparedMax = 200;

    // Otherwise PostgreSQL compares a plan for the very values with one for any, and plans anew each time while that looks better:
    // for a page of the feed that costs three times what the page does, for the same plan. A statement, because poolers take no
    // such option from a connection string.
    private const string PlanOnce = "SET plan_cache_mode = force_generic_plan";

    private readonly EmbeddedPostgres? embedded;
    private readonly NpgsqlDataSource readSource;
    private readonly NpgsqlDataSource applySource;

    private JobsDatabase(string connectionString, EmbeddedPostgres? embedded)
    {
        var settings = WithDefaults(connectionString);
        var ofReads = Math.Clamp(settings.MaxPoolSize / 3, 1, RoundTrips.AtOnceMax);
        var ofApplying = Math.Clamp(settings.MaxPoolSize / 6, 1, ApplicationTrips.AtOnceMax);
        readSource = SourceOf(settings, ofReads, isPlannedOnce: true);
        applySource = SourceOf(settings, ofApplying, isPlannedOnce: true);
        var ofOthers = Math.Max(settings.MaxPoolSize - ofReads - ofApplying, 1);
        DataSource = SourceOf(settings, ofOthers, isPlannedOnce: false);
        RoundTrips = new(readSource, DataSource);
        Applying = new(RoundTrips, new(applySource, DataSource, atOnce: ofApplying, patientMax: Math.Max(ofOthers / 4, 1)));
        this.embedded = embedded;
    }

    public NpgsqlDataSource DataSource { get; }

    /// <summary>
    /// Over connections of their own. A pool hands out the one that was idle for longest, so that in a larger one a few round trips
    /// at once would go round many of PostgreSQL's processes, none of which has at hand what it needs.
    /// </summary>
    public RoundTrips RoundTrips { get; }

    /// <summary>Over few connections of their own, for the same reason.</summary>
    public Applying Applying { get; }

    /// <summary>Where the private PostgreSQL keeps its files; null with a configured server.</summary>
    public string? PrivateFolder => embedded?.Folder;

    /// <summary>Opens ConnectionStrings:Jobs; null or empty starts, or joins, a private PostgreSQL.</summary>
    public static async Task<JobsDatabase> OpenAsync(
        string? connectionString, EmbeddedPostgresOptions options, CancellationToken cancellationToken = default)
    {
        if (!string.IsNullOrWhiteSpace(connectionString)) return new JobsDatabase(connectionString, null);
        var embedded = await EmbeddedPostgres.StartAsync(options, cancellationToken);
        return new JobsDatabase(embedded.ConnectionString, embedded);
    }

    private static NpgsqlDataSource SourceOf(NpgsqlConnectionStringBuilder settings, int connectionsMax, bool isPlannedOnce)
    {
        var address = new NpgsqlConnectionStringBuilder(settings.ConnectionString)
        {
            MaxPoolSize = connectionsMax,
            MinPoolSize = Math.Min(settings.MinPoolSize, connectionsMax),
        };
        if (isPlannedOnce) address.NoResetOnClose = true; // It would undo that, and nobody else changes such a session.
        var builder = new NpgsqlDataSourceBuilder(address.ConnectionString)
            // The statements of a round trip have spans of their own, each where it was asked for.
            .ConfigureTracing(spans => spans
                .ConfigureBatchFilter(_ => !Detached.IsCurrent).ConfigureCommandFilter(command => command.CommandText != PlanOnce));
        if (isPlannedOnce) builder.UsePhysicalConnectionInitializer(SetPlanning, SetPlanningAsync);
        return builder.Build();
    }

    private static void SetPlanning(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(PlanOnce, connection);
        command.ExecuteNonQuery();
    }

    private static async Task SetPlanningAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(PlanOnce, connection);
        await command.ExecuteNonQueryAsync();
    }

    // What makes many short statements cheap, unless the connection string says otherwise: one that comes again is parsed and
    // planned once for each connection, and a connection is not reset between two users (ChangedSession).
    private static NpgsqlConnectionStringBuilder WithDefaults(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!Says("MaxAutoPrepare")) settings.MaxAutoPrepare = PreparedMax;
        if (!Says("NoResetOnClose")) settings.NoResetOnClose = true;
        return settings;

        bool Says(string name) =>
            given.Keys!.Cast<string>().Any(key => key.Replace(" ", "", StringComparison.Ordinal).Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    public async ValueTask DisposeAsync()
    {
        RoundTrips.Dispose();
        await readSource.DisposeAsync();
        await applySource.DisposeAsync();
        await DataSource.DisposeAsync();
        if (embedded is not null) await embedded.DisposeAsync();
    }
}
