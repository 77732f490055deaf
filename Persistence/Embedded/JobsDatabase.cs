using Npgsql;

namespace Jobs.Persistence.Embedded;

/// <summary>The service's database: the configured server, or a private one where none is configured.</summary>
public sealed class JobsDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? embedded;

    private JobsDatabase(string connectionString, EmbeddedPostgres? embedded)
    {
        DataSource = NpgsqlDataSource.Create(connectionString);
        this.embedded = embedded;
    }

    public NpgsqlDataSource DataSource { get; }

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

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        if (embedded is not null) await embedded.DisposeAsync();
    }
}
