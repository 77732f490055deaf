namespace Jobs.Persistence.Embedded;

/// <summary>Where a private PostgreSQL keeps its data and how it runs.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>Folder of the service's data; the cluster lives in its subfolder <c>postgres</c>.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder of PostgreSQL's programs; null reads JOBS_POSTGRES_BIN.</summary>
    public string? BinFolder { get; init; } = Environment.GetEnvironmentVariable("JOBS_POSTGRES_BIN");

    /// <summary>False trades safety against a power cut for speed: for data that nobody will miss.</summary>
    public bool IsDurable { get; init; } = true;

    /// <summary>True deletes the whole data folder when the last user has left.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>Lines of postgresql.conf beside the service's own.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Told, in one line each, what takes time or is not where one would look.</summary>
    public Action<string> Report { get; init; } = static _ => { };
}
