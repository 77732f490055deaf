namespace Jobs.Experiments.Tests;

public sealed class FlagSpreadTests(FlagDatabase database) : IClassFixture<FlagDatabase>
{
    [Fact]
    public async Task Two_instances_see_a_toggle_without_a_poll()
    {
        var key = "toggle";
        await database.InsertAsync(key, Flag.Off(key));
        await using var first = await database.Instance(new Jobs.Testing.FakeTimeProvider()).StartAsync();
        await using var second = await database.Instance(new Jobs.Testing.FakeTimeProvider()).StartAsync();
        Assert.False((await first.FindAsync(key)).IsEnabled);

        await database.UpdateAsync(key, Flag.On(key));

        foreach (var instance in (FlagInstance[])[first, second])
        {
            await instance.UntilAsync(snapshot => snapshot.Flags[key].Definition.Enabled);
            Assert.True((await instance.FindAsync(key)).IsEnabled);
        }
    }

    [Fact]
    public async Task A_request_holds_one_snapshot_while_flags_change_under_it()
    {
        await database.InsertAsync("held-one", Flag.Off("held-one"));
        await database.InsertAsync("held-two", Flag.Off("held-two"));
        await using var instance = await database.Instance().StartAsync();
        await using var request = instance.Request();
        var flags = (ViewerFlags)request.ServiceProvider.GetService(typeof(ViewerFlags))!;
        Assert.False((await flags.FindAsync("held-one", TestContext.Current.CancellationToken)).IsEnabled);

        await database.UpdateAsync("held-one", Flag.On("held-one"));
        await database.UpdateAsync("held-two", Flag.On("held-two"));
        await instance.UntilAsync(snapshot => snapshot.Flags["held-two"].Definition.Enabled);

        Assert.False((await flags.FindAsync("held-one", TestContext.Current.CancellationToken)).IsEnabled);
        Assert.False((await flags.FindAsync("held-two", TestContext.Current.CancellationToken)).IsEnabled);
        Assert.True((await instance.FindAsync("held-one")).IsEnabled);
    }

    [Fact]
    public async Task Shares_and_variants_are_given_and_nobody_without_a_name_takes_part()
    {
        await database.InsertAsync("share", Flag.Share("share", 100));
        await database.InsertAsync("halves", Flag.Halves("halves"));
        await using var instance = await database.Instance().StartAsync();

        Assert.Equal(new FlagState("share", true), await instance.FindAsync("share", userId: 42));
        Assert.Equal(new FlagState("share", false), await instance.FindAsync("share"));
        var variants = new HashSet<string?>();
        for (var user = 1; user <= 50; user++) variants.Add((await instance.FindAsync("halves", user)).Variant);
        Assert.Equal(["a", "b"], variants.Order());
        Assert.Equal(new FlagState("halves", false), await instance.FindAsync("halves"));
        Assert.Equal(new FlagState("nothing", false), await instance.FindAsync("nothing", userId: 42));
        Assert.Equal(new FlagState("experiment-x", false), await instance.FindAsync("experiment-x", userId: 42));
    }
}
