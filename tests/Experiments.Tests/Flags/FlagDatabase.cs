using Jobs.Persistence;
using Jobs.Testing;

namespace Jobs.Experiments.Tests;

/// <summary>A database with instances on it: <c>IClassFixture&lt;FlagDatabase&gt;</c>.</summary>
public sealed class FlagDatabase : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobs-flags-");
    private int _instances;

    public TestDatabase Database { get; } = new();

    /// <summary>A folder of its own for each instance, as on machines of their own.</summary>
    public string NewFolder() => _folder.CreateSubdirectory($"{Interlocked.Increment(ref _instances)}").FullName;

    public FlagInstance Instance(TimeProvider? time = null, string? folder = null) =>
        new(Database.DataSource, folder ?? NewFolder(), time);

    public async Task ExecuteAsync(string statement)
    {
        await using var command = Database.DataSource.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<long> RevisionAsync()
    {
        await using var command = Database.DataSource.CreateCommand("SELECT revision FROM served_revision");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>A row as no rule has seen it.</summary>
    public async Task InsertAsync(string key, string definition)
    {
        await using var db = await Database.DbFactory.CreateDbContextAsync(TestContext.Current.CancellationToken);
        db.Add(new FeatureFlag { Key = key, Description = key, Definition = definition, ChangedAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public Task UpdateAsync(string key, string definition) => ExecuteAsync(
        $"UPDATE feature_flags SET definition = '{definition}', version = version + 1 WHERE key = '{key}'");

    public ValueTask InitializeAsync() => Database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
