namespace Jobs.Experiments.Tests;

public sealed class FlagChangesTests(FlagDatabase database) : IClassFixture<FlagDatabase>
{
    private static readonly FlagChangeNote Note = new(AuthorId: null, "a test");
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_change_leaves_a_revision_and_can_be_undone()
    {
        await using var instance = database.Instance();
        var changes = instance.Get<FeatureFlagChanges>();
        await ShouldWorkAsync(changes.CreateAsync("story", "A flag", Flag.Share("story", 10), Note, Token));
        await ShouldWorkAsync(changes.EditAsync("story", 1, "A flag", Flag.Share("story", 50), Note, Token));
        await ShouldWorkAsync(changes.SwitchAsync("story", 2, isEnabled: false, Note, Token));
        await ShouldWorkAsync(changes.ArchiveAsync("story", 3, Note, Token));
        var restored = await ShouldWorkAsync(changes.RestoreAsync("story", 4, restored: 1, Note, Token));

        Assert.Equal(5, restored.Version);
        Assert.False(restored.IsArchived);
        var history = instance.Get<FeatureFlagHistory>();
        Assert.Equal([5, 4, 3, 2, 1], (await history.ListAsync("story", Token)).Select(revision => revision.Version));
        Assert.Equal(["Percentage 10 -> 50"], await LinesAsync(1, 2));
        Assert.Equal(["IsEnabled yes -> no"], await LinesAsync(2, 3));
        Assert.Equal(["IsArchived no -> yes"], await LinesAsync(3, 4));
        Assert.Empty(await LinesAsync(1, 5));
        Assert.Null(await history.CompareAsync("story", 1, 9, Token));

        async Task<IEnumerable<string>> LinesAsync(int older, int newer) =>
            (await history.CompareAsync("story", older, newer, Token))!.Select(line => line.ToString());
    }

    [Fact]
    public async Task Who_edits_what_somebody_else_has_changed_is_told_so()
    {
        await using var instance = database.Instance();
        var changes = instance.Get<FeatureFlagChanges>();
        await ShouldWorkAsync(changes.CreateAsync("race", "A flag", Flag.On("race"), Note, Token));
        var both = await Task.WhenAll(
            changes.EditAsync("race", 1, "Mine", Flag.On("race"), Note, Token),
            changes.EditAsync("race", 1, "Yours", Flag.On("race"), Note, Token));

        var refused = Assert.Single(both, result => result.Flag is null);
        Assert.Equal("Somebody has changed it since; reload and try again.", Assert.Single(refused.Problems).English);
    }

    [Fact]
    public async Task Prerequisites_exist_end_somewhere_and_stay()
    {
        await using var instance = database.Instance();
        var changes = instance.Get<FeatureFlagChanges>();
        await RefusedAsync(
            changes.CreateAsync("chain-a", "A", Needs("chain-a", "chain-b"), Note, Token),
            "There is no flag \"chain-b\" to be a prerequisite.");
        await RefusedAsync(
            changes.CreateAsync("chain-a", "A", Needs("chain-a", "chain-a"), Note, Token),
            "The prerequisites wait for each other: chain-a.");
        await ShouldWorkAsync(changes.CreateAsync("chain-a", "A", Flag.On("chain-a"), Note, Token));
        await ShouldWorkAsync(changes.CreateAsync("chain-b", "B", Needs("chain-b", "chain-a"), Note, Token));
        await RefusedAsync(
            changes.EditAsync("chain-a", 1, "A", Needs("chain-a", "chain-b"), Note, Token),
            "The prerequisites wait for each other: chain-a, chain-b.");
        await RefusedAsync(changes.ArchiveAsync("chain-a", 1, Note, Token), "It is a prerequisite of the flag \"chain-b\".");
        await RefusedAsync(
            changes.ArchiveAsync("global-holdout", 1, Note, Token), "Every experiment asks for it; it cannot be archived.");

        static string Needs(string key, string other) =>
            Flag.If(key, Flag.Filter("Jobs.Prerequisite", $$"""{"Flag": "{{other}}", "IsEnabled": true}"""));
    }

    [Fact]
    public async Task Parts_of_a_layer_do_not_overlap()
    {
        await using var instance = database.Instance();
        var changes = instance.Get<FeatureFlagChanges>();
        await ShouldWorkAsync(changes.CreateAsync("part-one", "1", Part("part-one", 0, 40), Note, Token));
        await ShouldWorkAsync(changes.CreateAsync("part-two", "2", Part("part-two", 40, 100), Note, Token));
        await RefusedAsync(
            changes.EditAsync("part-one", 1, "1", Part("part-one", 0, 41), Note, Token),
            "40~100 of the layer \"top\" is taken by \"part-two\".");

        static string Part(string key, double from, double to) => Flag.If(
            key, Flag.Filter("Jobs.Layer", $$"""{"Layer": "top", "From": {{from}}, "To": {{to}} }"""));
    }

    [Fact]
    public async Task What_is_wrong_is_data_and_changes_nothing()
    {
        await using var instance = database.Instance();
        var changes = instance.Get<FeatureFlagChanges>();
        var before = await database.RevisionAsync();
        await RefusedAsync(
            changes.EditAsync("nowhere", 1, "?", Flag.On("nowhere"), Note, Token), "There is no flag \"nowhere\".");
        await RefusedAsync(
            changes.CreateAsync("global-holdout", "?", Flag.On("global-holdout"), Note, Token),
            "The name is taken; an archived flag can be restored.");
        await RefusedAsync(changes.CreateAsync("wordless", " ", Flag.On("wordless"), Note, Token), "Write what the flag is for.");
        await RefusedAsync(
            changes.CreateAsync("authorless", "A", Flag.On("authorless"), new FlagChangeNote(AuthorId: 999_999_999), Token),
            "There is no such person.");
        Assert.Equal(before, await database.RevisionAsync());
    }

    [Fact]
    public async Task Flags_that_decide_nothing_any_more_are_found_after_thirty_days()
    {
        var time = new Jobs.Testing.FakeTimeProvider();
        await using var instance = database.Instance(time);
        var changes = instance.Get<FeatureFlagChanges>();
        await ShouldWorkAsync(changes.CreateAsync("stale-on", "S", Flag.Share("stale-on", 100), Note, Token));
        await ShouldWorkAsync(changes.CreateAsync("stale-off", "S", Flag.Off("stale-off"), Note, Token));
        await ShouldWorkAsync(changes.CreateAsync("stale-half", "S", Flag.Share("stale-half", 50), Note, Token));
        await ShouldWorkAsync(changes.CreateAsync("stale-variants", "S", Flag.Halves("stale-variants"), Note, Token));
        Assert.DoesNotContain(await instance.Get<StaleFlags>().ListAsync(Token), IsMine);

        time.UtcNow += TimeSpan.FromDays(30);
        var stale = (await instance.Get<StaleFlags>().ListAsync(Token)).Where(IsMine);

        Assert.Equal([("stale-off", false), ("stale-on", true)], stale.Select(flag => (flag.Key, flag.IsOnForEverybody)));

        static bool IsMine(StaleFlag flag) => flag.Key.StartsWith("stale-", StringComparison.Ordinal);
    }

    private static async Task<Jobs.Persistence.FeatureFlag> ShouldWorkAsync(Task<FlagChangeResult> change)
    {
        var result = await change;
        Assert.Empty(result.Problems);
        return result.Flag!;
    }

    private static async Task RefusedAsync(Task<FlagChangeResult> change, string sentence)
    {
        var result = await change;
        Assert.Null(result.Flag);
        var problem = Assert.Single(result.Problems);
        Assert.Equal(sentence, problem.English);
        Assert.Matches("[가-힣]", problem.Korean);
    }
}
