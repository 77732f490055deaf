using Jobs.Persistence;
using Jobs.Persistence.Embedded;
using Npgsql;

namespace Jobs.Api.Startup;

/// <summary>The database of this process, opened once the configuration is known to be good.</summary>
public sealed class ServiceDatabase(IConfiguration configuration) : IAsyncDisposable
{
    private JobsDatabase? database;

    public NpgsqlDataSource DataSource => Opened.DataSource;

    public RoundTrips RoundTrips => Opened.RoundTrips;

    public Applying Applying => Opened.Applying;

    /// <summary>Where the private PostgreSQL keeps its files; null with a configured server.</summary>
    public string? PrivateFolder => database?.PrivateFolder;

    public async Task OpenAsync(CancellationToken cancellationToken) => database = await JobsDatabase.OpenAsync(
        configuration.GetConnectionString("Jobs"),
        new EmbeddedPostgresOptions { DataFolder = DataFolder.Find(), Report = Console.Error.WriteLine },
        cancellationToken);

    private JobsDatabase Opened => database ?? throw new InvalidOperationException("The database is not open yet.");

    public async ValueTask DisposeAsync()
    {
        if (database is not null) await database.DisposeAsync();
    }
}
