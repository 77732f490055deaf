using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Experiments.Tests.NoticeExperiments;

public sealed class NoticeExperimentChangesTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly FakeTimeProvider time = new();
    private readonly string key = $"exp-{Guid.NewGuid():n}"[..30];
    private long author;

    private NoticeExperimentChanges Changes => new(database.DbFactory, time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
        var user = new User { Issuer = "tests", Subject = key, DisplayName = "담당자", CreatedAt = time.UtcNow };
        db.Users.Add(user);
        await db.SaveChangesAsync(Cancellation);
        author = user.Id;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Its_life_is_draft_running_paused_running_finished_and_every_step_has_an_author_and_a_time()
    {
        var id = (await DraftAsync()).Id;
        time.Advance(TimeSpan.FromHours(1));
        await DoneAsync(Changes.StartAsync(id, null, author, Cancellation));
        await DoneAsync(Changes.PauseAsync(id, null, author, "문구를 다시 본다", Cancellation));
        await DoneAsync(Changes.StartAsync(id, null, author, Cancellation));
        var finished = await DoneAsync(Changes.FinishAsync(id, null, ExperimentDecision.Build, "열람이 늘었다", author, Cancellation));

        Assert.Equal(ExperimentStatus.Finished, finished.Status);
        Assert.Equal((ExperimentDecision.Build, "열람이 늘었다", 2), (finished.Decision, finished.DecisionNote, finished.StartedVersion));
        Assert.Equal(
            ["5 Finished 열람이 늘었다", "4 Resumed ", "3 Paused 문구를 다시 본다", "2 Started ", "1 Created "],
            (await HistoryAsync(id)).Select(entry => $"{entry.Revision.Version} {entry.Revision.Change} {entry.Revision.Note}"));
        Assert.All(await HistoryAsync(id), entry => Assert.Equal("담당자", entry.AuthorName));
    }

    [Fact]
    public async Task What_runs_cannot_be_edited_nor_restored()
    {
        var id = (await DraftAsync()).Id;
        await DoneAsync(Changes.StartAsync(id, null, author, Cancellation));

        Assert.Equal(
            new ExperimentOutcome.NotEditable(ExperimentStatus.Running),
            await Changes.EditAsync(id, 2, content => content with { TrafficPercent = 10 }, author, Cancellation));
        Assert.Equal(
            new ExperimentOutcome.NotEditable(ExperimentStatus.Running),
            await Changes.RestoreAsync(id, null, 1, author, Cancellation));
    }

    [Theory]
    [InlineData(ExperimentStatus.Draft)]
    [InlineData(ExperimentStatus.Running)]
    [InlineData(ExperimentStatus.Paused)]
    [InlineData(ExperimentStatus.Finished)]
    public async Task From_each_state_only_some_steps_are_possible(ExperimentStatus status)
    {
        var id = await InStateAsync(status);

        var start = await Changes.StartAsync(await InStateAsync(status), null, author, Cancellation);
        var pause = await Changes.PauseAsync(await InStateAsync(status), null, author, null, Cancellation);
        var finish = await Changes.FinishAsync(id, null, ExperimentDecision.Drop, null, author, Cancellation);

        var possible = new[] { start, pause, finish }.Select(outcome => outcome is ExperimentOutcome.Done);
        Assert.Equal(
            status switch
            {
                ExperimentStatus.Draft => [true, false, false],
                ExperimentStatus.Running => [false, true, true],
                ExperimentStatus.Paused => [true, false, true],
                _ => new[] { false, false, false },
            }, possible);
    }

    [Fact]
    public async Task Two_people_who_edit_the_same_version_do_not_overwrite_each_other()
    {
        var id = (await DraftAsync()).Id;
        await DoneAsync(Changes.EditAsync(id, 1, content => content with { TrafficPercent = 10 }, author, Cancellation));

        var second = await Changes.EditAsync(id, 1, content => content with { TrafficPercent = 90 }, author, Cancellation);

        Assert.Equal(new ExperimentOutcome.Conflict(2), second);
    }

    [Fact]
    public async Task No_step_is_made_from_a_version_that_somebody_else_has_changed()
    {
        var draft = (await DraftAsync()).Id;
        await DoneAsync(Changes.EditAsync(draft, 1, content => content with { TrafficPercent = 10 }, author, Cancellation));
        var running = await InStateAsync(ExperimentStatus.Running);

        Assert.Equal(new ExperimentOutcome.Conflict(2), await Changes.StartAsync(draft, 1, author, Cancellation));
        Assert.Equal(new ExperimentOutcome.Conflict(2), await Changes.RestoreAsync(draft, 1, 1, author, Cancellation));
        Assert.Equal(new ExperimentOutcome.Conflict(2), await Changes.PauseAsync(running, 1, author, null, Cancellation));
        Assert.Equal(new ExperimentOutcome.Conflict(2),
            await Changes.FinishAsync(running, 1, ExperimentDecision.Drop, null, author, Cancellation));
        await DoneAsync(Changes.PauseAsync(running, 2, author, null, Cancellation));
        Assert.Equal(new ExperimentOutcome.Conflict(3), await Changes.StartAsync(running, 2, author, Cancellation));
        await DoneAsync(Changes.StartAsync(draft, 2, author, Cancellation));
    }

    [Theory]
    [InlineData(2_001, 'a')]
    [InlineData(1, '\0')]
    public async Task A_reason_that_cannot_be_kept_is_refused_with_a_sentence(int length, char letter)
    {
        var id = await InStateAsync(ExperimentStatus.Running);
        var reason = new string(letter, length);

        var pause = await Changes.PauseAsync(id, null, author, reason, Cancellation);
        var finish = await Changes.FinishAsync(id, null, ExperimentDecision.Drop, reason, author, Cancellation);

        Assert.Equal("note", Assert.Single(Assert.IsType<ExperimentOutcome.Invalid>(pause).Problems).Path);
        Assert.Equal("decisionNote", Assert.Single(Assert.IsType<ExperimentOutcome.Invalid>(finish).Problems).Path);
    }

    [Fact]
    public async Task A_history_shows_what_each_edit_changed_and_any_revision_can_be_restored()
    {
        var id = (await DraftAsync()).Id;
        await DoneAsync(Changes.EditAsync(id, 1, content => content with { TrafficPercent = 10, PlannedDays = null }, author, Cancellation));
        var restored = await DoneAsync(Changes.RestoreAsync(id, null, 1, author, Cancellation));

        Assert.Equal((100, 14), (restored.TrafficPercent, restored.PlannedDays));
        var history = await HistoryAsync(id);
        Assert.Equal(
            [new("trafficPercent", "100", "10"), new ContentDifference("plannedDays", "14", null)], history[1].Differences);
        Assert.Equal("v1", history[0].Revision.Note);
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_makes_no_revision()
    {
        var id = (await DraftAsync()).Id;
        await DoneAsync(Changes.EditAsync(id, 1, content => content, author, Cancellation));

        Assert.Single(await HistoryAsync(id));
    }

    [Fact]
    public async Task A_revision_of_a_finished_experiment_becomes_a_new_draft()
    {
        var id = await InStateAsync(ExperimentStatus.Finished);

        var copy = await DoneAsync(Changes.CopyAsync(id, 1, $"{key}-2", author, Cancellation));

        Assert.Equal((ExperimentStatus.Draft, 1), (copy.Status, copy.Version));
        Assert.Equal(SomeExperiment.Content.Variants, copy.Variants);
    }

    [Fact]
    public async Task A_key_is_used_once()
    {
        await DraftAsync();

        var second = await Changes.CreateAsync(key, SomeExperiment.Content, author, Cancellation);

        Assert.Equal("key", Assert.Single(Assert.IsType<ExperimentOutcome.Invalid>(second).Problems).Path);
    }

    [Fact]
    public async Task Experiments_of_one_layer_lie_beside_each_other_and_one_too_many_is_told_that_there_is_no_room()
    {
        var layer = $"layer-{Guid.NewGuid():n}"[..20];
        var first = await InLayerAsync(layer, 40);
        var second = await InLayerAsync(layer, 50);
        var third = await InLayerAsync(layer, 20);

        var started = await DoneAsync(Changes.StartAsync(first, null, author, Cancellation));
        var beside = await DoneAsync(Changes.StartAsync(second, null, author, Cancellation));
        var refused = await Changes.StartAsync(third, null, author, Cancellation);
        Assert.Equal((0.0, 40.0), (started.LayerFrom, beside.LayerFrom));
        Assert.Equal("trafficPercent", Assert.Single(Assert.IsType<ExperimentOutcome.Invalid>(refused).Problems).Path);

        await DoneAsync(Changes.FinishAsync(first, null, ExperimentDecision.Drop, null, author, Cancellation));
        Assert.Equal(0.0, (await DoneAsync(Changes.StartAsync(third, null, author, Cancellation))).LayerFrom);
    }

    [Fact]
    public async Task Of_two_that_start_at_once_each_gets_a_place_of_its_own()
    {
        var layer = $"layer-{Guid.NewGuid():n}"[..20];
        var ids = new[] { await InLayerAsync(layer, 50), await InLayerAsync(layer, 50), await InLayerAsync(layer, 50) };

        var outcomes = await Task.WhenAll(ids.Select(id => Changes.StartAsync(id, null, author, Cancellation)));

        var places = outcomes.OfType<ExperimentOutcome.Done>().Select(done => done.Experiment.LayerFrom!.Value).Order();
        Assert.Equal([0.0, 50.0], places);
    }

    private async Task<NoticeExperiment> DraftAsync() =>
        await DoneAsync(Changes.CreateAsync(key, SomeExperiment.Content, author, Cancellation));

    private async Task<long> InLayerAsync(string layer, double percent) => (await DoneAsync(Changes.CreateAsync(
        $"exp-{Guid.NewGuid():n}"[..30], SomeExperiment.Content with { Layer = layer, TrafficPercent = percent }, author,
        Cancellation))).Id;

    private async Task<long> InStateAsync(ExperimentStatus status)
    {
        var draft = await DoneAsync(Changes.CreateAsync(
            $"exp-{Guid.NewGuid():n}"[..30], SomeExperiment.Content, author, Cancellation));
        if (status != ExperimentStatus.Draft) await DoneAsync(Changes.StartAsync(draft.Id, null, author, Cancellation));
        if (status == ExperimentStatus.Paused) await DoneAsync(Changes.PauseAsync(draft.Id, null, author, null, Cancellation));
        if (status == ExperimentStatus.Finished)
            await DoneAsync(Changes.FinishAsync(draft.Id, null, ExperimentDecision.Drop, null, author, Cancellation));
        return draft.Id;
    }

    private static async Task<NoticeExperiment> DoneAsync(Task<ExperimentOutcome> change) =>
        Assert.IsType<ExperimentOutcome.Done>(await change).Experiment;

    private async Task<IReadOnlyList<ExperimentHistoryEntry>> HistoryAsync(long id)
    {
        await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
        return await db.ReadHistoryAsync(id, Cancellation);
    }
}
