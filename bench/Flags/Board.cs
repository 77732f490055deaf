using Jobs.Experiments;
using Jobs.Persistence;
using Jobs.Persistence.Embedded;

namespace Jobs.FlagsBenchmark;

/// <summary>A PostgreSQL of its own with the benchmark's flags in it.</summary>
internal sealed class Board : IAsyncDisposable
{
    public const int FlagCount = 20;
    private readonly DirectoryInfo _folder;
    private readonly EmbeddedPostgres _postgres;

    private Board(DirectoryInfo folder, EmbeddedPostgres postgres) => (_folder, _postgres) = (folder, postgres);

    public static string KeyOf(int index) => $"flag-{index}";

    public static async Task<Board> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("jobs-bench-");
        var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions
        {
            DataFolder = Path.Combine(folder.FullName, "postgres"),
            IsTemporary = true,
        });
        var board = new Board(folder, postgres);
        await using var dataSource = Npgsql.NpgsqlDataSource.Create(postgres.ConnectionString);
        await new DatabaseMigration(dataSource, JobsDb.CreateFactory(dataSource)).ApplyAsync();
        await using var instance = board.NewInstance();
        var changes = instance.Get<FeatureFlagChanges>();
        for (var index = 0; index < FlagCount; index++)
            await CreateAsync(changes, KeyOf(index), index % 2 == 0 ? Half(KeyOf(index)) : Arms(KeyOf(index)));
        await CreateAsync(changes, "off", """{"id": "off", "enabled": false}""");
        return board;
    }

    public Instance NewInstance() => new(_postgres.ConnectionString, _folder.CreateSubdirectory($"{Guid.NewGuid():N}").FullName);

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task CreateAsync(FeatureFlagChanges changes, string key, string definition)
    {
        var result = await changes.CreateAsync(key, "Benchmark", definition, new FlagChangeNote(null), CancellationToken.None);
        if (result.Flag is null) throw new InvalidOperationException(result.Problems[0].English);
    }

    private static string Half(string key) => $$"""
        {"id": "{{key}}", "enabled": true, "conditions": {"client_filters": [
         {"name": "Microsoft.Targeting", "parameters": {"Audience": {"DefaultRolloutPercentage": 50} } }]} }
        """;

    // Behind a share of 90, so that nearly everybody pays for both hashes.
    private static string Arms(string key) => $$"""
        {"id": "{{key}}", "enabled": true, "conditions": {"client_filters": [
         {"name": "Microsoft.Targeting", "parameters": {"Audience": {"DefaultRolloutPercentage": 90} } }]},
         "variants": [{"name": "control"}, {"name": "test"}], "allocation": {"percentile": [
         {"variant": "control", "from": 0, "to": 50}, {"variant": "test", "from": 50, "to": 100}]} }
        """;
}
