using System.Data.Common;
using Npgsql;

namespace Jobs.Persistence.Embedded;

/// <summary>The service's database: the configured server, or a private one where none is configured.</summary>
public sealed class JobsDatabase : IAsyncDisposable
{
    /// <summary>More than the service has; clients' filters make some of them.</summary>
    private const int PreparedMax = 200;

    private readonly EmbeddedPostgres? embedded;
    private readonly NpgsqlDataSource readSource;
    private readonly NpgsqlDataSource applySource;

    private JobsDatabase(string connectionString, EmbeddedPostgres? embedded)
    {
        var settings = WithDefaults(connectionString);
        var ofReads = Math.Clamp(settings.MaxPoolSize / 3, 1, RoundTrips.AtOnceMax);
        var ofApplying = Math.Clamp(settings.MaxPoolSize / 6, 1, Applying.AtOnceMax);
        readSource = SourceOf(settings, ofReads);
        applySource = SourceOf(settings, ofApplying);
        DataSource = SourceOf(settings, Math.Max(settings.MaxPoolSize - ofReads - ofApplying, 1));
        RoundTrips = new(readSource);
        Applying = new(applySource);
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

    private static NpgsqlDataSource SourceOf(NpgsqlConnectionStringBuilder settings, int connectionsMax)
    {
        var address = new NpgsqlConnectionStringBuilder(settings.ConnectionString)
        {
            MaxPoolSize = connectionsMax,
            MinPoolSize = Math.Min(settings.MinPoolSize, connectionsMax),
        };
        // The statements of a round trip have spans of their own, each where it was asked for.
        return new NpgsqlDataSourceBuilder(address.ConnectionString)
            .ConfigureTracing(spans => spans.ConfigureBatchFilter(_ => !Detached.IsCurrent)).Build();
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
