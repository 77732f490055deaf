using Jobs.Testing;
using Npgsql;

namespace Jobs.Experiments.Tests;

public sealed class SnapshotRefreshTests(FlagDatabase database) : IClassFixture<FlagDatabase>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_missed_notification_is_healed_by_the_poll()
    {
        var time = new FakeTimeProvider();
        await database.InsertAsync("missed", Flag.Off("missed"));
        await using var instance = await database.Instance(time).StartAsync();
        // An instance reads once more when it begins to listen: only after an announced change nothing of that is under way.
        while (!instance.Served.Health.IsListening) await Task.Yield();
        await database.InsertAsync("announced", Flag.Off("announced"));
        await instance.UntilAsync(snapshot => snapshot.Flags.ContainsKey("announced"));

        // Written as if the announcement had been lost on its way.
        await database.ExecuteAsync("""
            SET session_replication_role = replica;
            UPDATE feature_flags SET definition = '{"id": "missed", "enabled": true}' WHERE key = 'missed';
            UPDATE served_revision SET revision = revision + 1;
            RESET session_replication_role
            """);
        Assert.False(instance.Served.Current.Flags["missed"].Definition.Enabled);

        await Wait.UntilAsync(
            () => instance.Served.Current.Flags["missed"].Definition.Enabled, time, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task An_instance_whose_listening_connection_is_cut_listens_again_and_reads_what_it_missed()
    {
        await database.InsertAsync("cut", Flag.Off("cut"));
        await using var instance = await database.Instance().StartAsync();
        await instance.UntilAsync(snapshot => snapshot.Flags.ContainsKey("cut"));
        while (!instance.Served.Health.IsListening) await Task.Yield();

        await database.ExecuteAsync("""
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND query LIKE 'LISTEN%' AND pid <> pg_backend_pid()
            """);
        await database.UpdateAsync("cut", Flag.On("cut"));

        await instance.UntilAsync(snapshot => snapshot.Flags["cut"].Definition.Enabled);
    }

    [Fact]
    public async Task Without_a_database_at_start_the_last_good_snapshot_of_the_disk_is_served()
    {
        var folder = database.NewFolder();
        await database.InsertAsync("kept", Flag.On("kept"));
        await using (await database.Instance(folder: folder).StartAsync())
        {
        }

        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=1");
        await using var instance = new FlagInstance(nowhere, folder);
        await instance.Served.LoadAsync(Token);

        Assert.True((await instance.FindAsync("kept")).IsEnabled);
        var health = instance.Served.Health;
        Assert.NotNull(health.LastError);
        Assert.Null(health.ReadAt);
    }

    [Fact]
    public async Task Without_a_database_and_without_a_file_every_flag_is_off()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=1");
        await using var instance = new FlagInstance(nowhere, database.NewFolder());
        await instance.Served.LoadAsync(Token);
        Assert.Equal(new FlagState("kept", false), await instance.FindAsync("kept"));
    }

    [Fact]
    public async Task A_file_that_was_cut_short_is_no_reason_not_to_start()
    {
        var folder = database.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "served.json"), """{"Revision": 7, "Fla""", Token);
        await using var instance = await database.Instance(folder: folder).StartAsync();
        Assert.True(instance.Served.Current.Flags.ContainsKey("global-holdout"));
    }

    [Fact]
    public async Task A_row_that_was_broken_with_sql_keeps_its_last_good_definition_and_is_told_about()
    {
        var folder = database.NewFolder();
        await database.InsertAsync("broken", Flag.Share("broken", 100));
        await using (var instance = await database.Instance(folder: folder).StartAsync())
        {
            await database.UpdateAsync("broken", """
                {"id": "broken", "enabled": true, "conditions": {"client_filters": [{"name": "Weather"}]}}
                """);
            var snapshot = await instance.UntilAsync(snapshot => snapshot.Problems.ContainsKey("broken"));
            Assert.Contains("no filter \"Weather\"", snapshot.Problems["broken"][0].English, StringComparison.Ordinal);
            Assert.True((await instance.FindAsync("broken", userId: 42)).IsEnabled);
            Assert.Contains("The definition of broken is wrong", instance.Log.Text, StringComparison.Ordinal);
        }

        // The disk keeps good definitions only, so the next start has one too.
        await using var restarted = await database.Instance(folder: folder).StartAsync();
        Assert.True((await restarted.FindAsync("broken", userId: 42)).IsEnabled);

        // However wrong the rest is, off is off.
        await database.UpdateAsync("broken", """{"id": "broken", "enabled": false, "conditions": 7}""");
        await restarted.UntilAsync(snapshot => !snapshot.Flags["broken"].Definition.Enabled);
        Assert.False((await restarted.FindAsync("broken", userId: 42)).IsEnabled);
    }

    [Fact]
    public async Task Prerequisites_that_wait_for_each_other_are_off_and_told_about()
    {
        await database.InsertAsync("circle-a", Needs("circle-a", "circle-b"));
        await database.InsertAsync("circle-b", Needs("circle-b", "circle-a"));
        await using var instance = await database.Instance().StartAsync();
        Assert.False((await instance.FindAsync("circle-a", userId: 42)).IsEnabled);
        Assert.Contains("circle-b", instance.Served.Current.Problems.Keys);

        static string Needs(string key, string other) =>
            Flag.If(key, Flag.Filter("Jobs.Prerequisite", $$"""{"Flag": "{{other}}", "IsEnabled": false}"""));
    }
}
