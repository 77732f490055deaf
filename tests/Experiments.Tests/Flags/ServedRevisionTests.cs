namespace Jobs.Experiments.Tests;

public sealed class ServedRevisionTests(FlagDatabase database) : IClassFixture<FlagDatabase>
{
    private const string Experiment = """
        INSERT INTO notice_experiments (
            key, status, hypothesis, promise, not_built, told_afterwards, audience, placement, neighborhood_ids, conditions,
            traffic_percent, layer, layer_from, variants, testers, primary_metric, guardrail_metrics, created_at,
            version)
        VALUES ('written', 'DRAFT', 'h', 'p', 'n', 't', 'EVERYONE', 'JOB_FEED_TOP', '{}', '[]', 50, 'l', 0, '[]', '[]', 'm', '{}', now(), 1)
        """;

    /// <summary>Whatever writes, in whatever way: one member of the list a kind of write.</summary>
    private static readonly string[] Writes =
    [
        """
        INSERT INTO feature_flags (key, description, definition, is_archived, changed_at, version)
        VALUES ('written', 'd', '{"id": "written", "enabled": true}', false, now(), 1)
        """,
        "UPDATE feature_flags SET definition = '{\"id\": \"written\", \"enabled\": false}' WHERE key = 'written'",
        "UPDATE feature_flags SET is_archived = true WHERE key = 'written'",
        "UPDATE feature_flags SET description = 'other' WHERE key = 'written'",
        "WITH gone AS (DELETE FROM feature_flags WHERE key = 'written' RETURNING 1) SELECT count(*) FROM gone",
        Experiment,
        "UPDATE notice_experiments SET status = 'RUNNING', started_at = now(), started_version = 1 WHERE key = 'written'",
        "UPDATE notice_experiments SET variants = '[{\"key\": \"a\", \"weight\": 100}]' WHERE key = 'written'",
        "UPDATE notice_experiments SET traffic_percent = 20 WHERE key = 'written'",
        "UPDATE notice_experiments SET testers = '[{\"userId\": 7, \"variantKey\": \"a\"}]' WHERE key = 'written'",
        "UPDATE notice_experiments SET status = 'PAUSED' WHERE key = 'written'",
        "UPDATE notice_experiments SET status = 'FINISHED', ended_at = now() WHERE key = 'written'",
        "DELETE FROM notice_experiments WHERE key = 'written'",
        "DO $$ BEGIN UPDATE feature_flags SET version = version + 1; UPDATE feature_flags SET version = version + 1; END $$",
        "TRUNCATE notice_experiments CASCADE",
    ];

    [Fact]
    public async Task Every_kind_of_write_moves_the_revision()
    {
        foreach (var write in Writes)
        {
            var before = await database.RevisionAsync();
            await database.ExecuteAsync(write);
            Assert.True(await database.RevisionAsync() > before, write);
        }
    }

    [Fact]
    public async Task Every_kind_of_change_by_the_console_moves_the_revision()
    {
        await using var instance = database.Instance();
        var (changes, token) = (instance.Get<FeatureFlagChanges>(), TestContext.Current.CancellationToken);
        var note = new FlagChangeNote(AuthorId: null);
        Func<Task<FlagChangeResult>>[] all =
        [
            () => changes.CreateAsync("changed", "d", Flag.On("changed"), note, token),
            () => changes.EditAsync("changed", 1, "d", Flag.Share("changed", 5), note, token),
            () => changes.SwitchAsync("changed", 2, isEnabled: false, note, token),
            () => changes.SwitchAsync("changed", 3, isEnabled: true, note, token),
            () => changes.ArchiveAsync("changed", 4, note, token),
            () => changes.RestoreAsync("changed", 5, restored: 2, note, token),
        ];
        foreach (var change in all)
        {
            var before = await database.RevisionAsync();
            Assert.Empty((await change()).Problems);
            Assert.True(await database.RevisionAsync() > before);
        }
    }

    /// <summary>Random edits, in random order, by SQL and by the console: what is served is always what the rows say.</summary>
    [Fact]
    public async Task After_any_sequence_of_writes_an_instance_serves_what_the_rows_say()
    {
        var random = new Random(20260306);
        await using var instance = await database.Instance().StartAsync();
        var (changes, token) = (instance.Get<FeatureFlagChanges>(), TestContext.Current.CancellationToken);
        string[] keys = ["random-a", "random-b", "random-c"];
        foreach (var key in keys) await database.InsertAsync(key, Flag.Off(key));
        for (var round = 0; round < 60; round++)
        {
            var key = keys[random.Next(keys.Length)];
            var definition = Flag.Share(key, random.Next(101));
            if (random.Next(2) == 0) await database.UpdateAsync(key, definition);
            else await changes.EditAsync(key, version: null, "d", definition, new FlagChangeNote(null), token);
            if (random.Next(4) == 0) await changes.SwitchAsync(key, null, random.Next(2) == 0, new FlagChangeNote(null), token);
        }

        var revision = await database.RevisionAsync();
        var snapshot = await instance.UntilAsync(snapshot => snapshot.Revision == revision);
        await using var db = await database.Database.DbFactory.CreateDbContextAsync(token);
        foreach (var key in keys)
        {
            var row = (await db.FeatureFlags.FindAsync([key], token))!;
            Assert.Equal((row.Version, row.Definition), (snapshot.Flags[key].Version, snapshot.Flags[key].Json));
        }
    }
}
