using Jobs.Api.Triage;
using Jobs.Experiments;
using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Api.Tests.Triage;

/// <summary>An experiment one of whose variants fails is paused by itself, and one whose variants fail alike is not.</summary>
public sealed class VariantStopTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    private const int SameEverywhere = 500;
    private readonly FakeTimeProvider time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NoticeExperimentChanges Changes => new(database.DbFactory, time);

    [Fact]
    public async Task The_experiment_whose_variant_fails_is_paused_and_the_log_and_its_history_say_why()
    {
        var (id, author) = await StartAsync("failing-hint");
        var log = new LoggedLines();
        TriageInstance[] instances = [New(log: log), New(log: log)];
        foreach (var instance in instances) Assert.True(await instance.ExchangeAsync(), log.Text);
        // People in no experiment, before: a share of failures is frequent whatever the variants.
        for (var request = 0; request < 400; request++) instances[request % 2].Triage.CountRequest("Feed", failed: false, []);
        // Each instance sees six of the twelve people: too few for either of them to be sure by itself.
        for (var person = 0; person < 200; person++)
        {
            var (instance, variant) = (instances[person % 2], person % 4 < 2 ? "control" : "hint");
            Ask(instance, "failing-hint", variant, person, fails: variant == "hint" && person is < 24);
        }
        Assert.DoesNotContain(instances, instance => instance.Triage.FailingVariants().Count > 0);
        foreach (var instance in instances) Assert.True(await instance.ExchangeAsync(), log.Text);

        await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
        var history = await db.ReadHistoryAsync(id, Cancellation);
        Assert.Equal(
            [ExperimentChange.PausedByGuardrail, ExperimentChange.Started, ExperimentChange.Created],
            history.Select(entry => entry.Revision.Change)); // Paused once, by one of the two.
        Assert.Null(history[0].Revision.ChangedById);
        Assert.Equal(
            "Errors: “hint” fails for 12 people, 12 % of its requests, against 0 % in the others "
            + "(Feed, jobPosts.nodes.badge, System.NullReferenceException).", history[0].Revision.Note!.Split('\n')[1]);
        Assert.StartsWith("오류: “hint”에서 12명이 오류를 만났습니다.", history[0].Revision.Note, StringComparison.Ordinal);
        Assert.Contains(
            "Warning Jobs.Api.Triage.VariantStops: The experiment failing-hint was paused. Errors:", log.Text,
            StringComparison.Ordinal);
        var seen = Ask(instances[1], "failing-hint", "hint", 2, fails: true)!;
        Assert.Equal(
            (TriageLevel.Soon, "one experiment variant fails: hint of failing-hint", TriageAction.StopVariant),
            (seen.Verdict.Level, seen.Verdict.Reason, seen.Verdict.Action));

        // Whoever resumes it has seen to it: what failed before is over.
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.IsType<ExperimentOutcome.Done>(await Changes.StartAsync(id, version: null, author, Cancellation));
        foreach (var instance in instances) Assert.True(await instance.ExchangeAsync(), log.Text);
        Assert.Equal(ExperimentStatus.Running, await StatusAsync(id));
        for (var person = 0; person < 48; person++)
        {
            var variant = person % 4 < 2 ? "control" : "hint";
            Ask(instances[0], "failing-hint", variant, person, fails: variant == "hint");
        }
        Assert.True(await instances[0].ExchangeAsync(), log.Text);
        Assert.Equal(ExperimentStatus.Paused, await StatusAsync(id)); // It was not seen to.
    }

    [Fact]
    public async Task One_person_who_tries_again_and_again_is_one_coincidence()
    {
        var (id, _) = await StartAsync("eager-person");
        var instance = New();
        for (var person = 0; person < 400; person++)
            Ask(instance, "eager-person", person % 2 == 0 ? "control" : "hint", person, fails: false);
        var error = SomeErrors.Of("Feed", "eager"); // The tests share a database, so each has an error of its own.
        for (var attempt = 0; attempt < 40; attempt++) Ask(instance, "eager-person", "hint", 1, fails: true, error);
        Assert.True(await instance.ExchangeAsync());
        Assert.Equal(ExperimentStatus.Running, await StatusAsync(id));
    }

    [Fact(Timeout = 300_000)]
    public async Task Of_500_experiments_whose_variants_fail_alike_hardly_any_is_paused_however_often_one_looks()
    {
        var (first, _) = await StartAsync("alike-0");
        await CopyAsync(first, SameEverywhere - 1);
        var instance = New(new TriageOptions { FingerprintsMax = 3000 });
        Assert.True(await instance.ExchangeAsync());
        var random = new Random(20260310);
        var (withTest, withoutTest) = (new HashSet<int>(), new HashSet<int>());
        for (var round = 0; round < 10; round++)
        {
            for (var experiment = 0; experiment < SameEverywhere; experiment++)
            {
                var error = SomeErrors.Of("Feed", $"alike{experiment}");
                for (var request = 0; request < 60; request++)
                {
                    var (variant, person) = (random.Next(2) == 0 ? "control" : "hint", (round * 1000) + request);
                    var seen = Ask(instance, $"alike-{experiment}", variant, person, fails: random.Next(30) == 0, error);
                    if (seen?.Facts.Variant is not { } facts) continue;
                    if (TriageRules.VariantFails(facts, instance.Options.Value)) withTest.Add(experiment);
                    if (TriageRules.VariantFails(facts with { PValue = 0 }, instance.Options.Value)) withoutTest.Add(experiment);
                }
            }
            Assert.True(await instance.ExchangeAsync());
        }
        await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
        var paused = await db.NoticeExperiments.CountAsync(
            row => row.Key.StartsWith("alike-") && row.Status == ExperimentStatus.Paused, Cancellation);
        output.WriteLine($"Of {SameEverywhere}, {paused} were paused, {withTest.Count} looked bad after one of the failures; "
            + $"by five people and three times the rate alone {withoutTest.Count} would have.");
        Assert.InRange(paused, 0, SameEverywhere / 100);
        Assert.InRange(withTest.Count, paused, SameEverywhere / 100);
        Assert.InRange(withoutTest.Count, SameEverywhere / 20, SameEverywhere); // So that the test can fail.
    }

    private TriageInstance New(TriageOptions? options = null, LoggedLines? log = null) => new(database, time, options, log);

    private TriagedError? Ask(
        TriageInstance instance, string experiment, string variant, int person, bool fails, ErrorFingerprint? error = null)
    {
        ViewerVariant[] shown = [new(experiment, variant)];
        instance.Triage.CountRequest("Feed", fails, shown);
        return fails
            ? instance.Triage.See((error ?? SomeErrors.Badge).At(time.UtcNow) with
            {
                Viewer = $"{experiment} {variant} {person}",
                Variants = shown,
            })
            : null;
    }

    private async Task<(long Id, long Author)> StartAsync(string key)
    {
        await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
        var user = new User { Issuer = "tests", Subject = key, DisplayName = "담당자", CreatedAt = time.UtcNow };
        db.Users.Add(user);
        await db.SaveChangesAsync(Cancellation);
        var created = await Changes.CreateAsync(key, Content, user.Id, Cancellation);
        var draft = Assert.IsType<ExperimentOutcome.Done>(created).Experiment;
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<ExperimentOutcome.Done>(await Changes.StartAsync(draft.Id, version: null, user.Id, Cancellation));
        return (draft.Id, user.Id);
    }

    private async Task CopyAsync(long id, int copies)
    {
        await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
        var original = await db.NoticeExperiments.AsNoTracking().SingleAsync(row => row.Id == id, Cancellation);
        for (var copy = 1; copy <= copies; copy++)
        {
            db.NoticeExperiments.Add(new NoticeExperiment
            {
                Key = $"alike-{copy}",
                Hypothesis = original.Hypothesis,
                Promise = original.Promise,
                NotBuilt = original.NotBuilt,
                ToldAfterwards = original.ToldAfterwards,
                Audience = original.Audience,
                Placement = original.Placement,
                NeighborhoodIds = [],
                TrafficPercent = 100,
                Variants = original.Variants,
                PrimaryMetric = original.PrimaryMetric,
                GuardrailMetrics = [],
                CreatedAt = original.CreatedAt,
                StartedAt = original.StartedAt,
                StartedVersion = original.StartedVersion,
                Status = ExperimentStatus.Running,
            });
        }
        await db.SaveChangesAsync(Cancellation);
    }

    private async Task<ExperimentStatus> StatusAsync(long id)
    {
        await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
        return await db.NoticeExperiments.Where(row => row.Id == id).Select(row => row.Status).SingleAsync(Cancellation);
    }

    private static NoticeExperimentContent Content { get; } = new()
    {
        Hypothesis = "저장하라고 알리면 더 많이 저장한다.",
        Promise = "저장한 공고를 모아 볼 수 있다.",
        NotBuilt = "저장 알림.",
        ToldAfterwards = "공지로 알린다.",
        Audience = ExperimentAudience.Everyone,
        Placement = NoticePlacement.JobFeedTop,
        Variants =
        [
            new("control", 50, Content: null),
            new("hint", 50, new(
                NoticeTone.Info, new("마음에 들면 저장해 두세요", "Save what you like"), Body: null, Action: null,
                AnnouncedReadDays: null)),
        ],
        PrimaryMetric = "job_post_saved",
        GuardrailMetrics = [],
        ExpectedRate = 0.1,
        ExpectedEffect = 0.05,
        PlannedDays = 14,
        PlannedSampleSize = 4_000,
    };
}
