using System.Text.Json;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence.Tests.FeatureFlags;

/// <summary>What a start reads with SQL of its own is what EF Core reads of the same rows.</summary>
public sealed class ServedTablesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 9, 30, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Flags_are_read_as_they_are_and_without_the_archived_ones()
    {
        await AddAsync(Flag("b1"), Flag("a1"), Flag("c1", isArchived: true));
        var (_, flags, _) = await database.DataSource.ReadServedAsync(Cancellation);
        await using var db = database.DbFactory.CreateDbContext();
        var expected = await db.FeatureFlags.Where(flag => !flag.IsArchived).OrderBy(flag => flag.Key).ToListAsync(Cancellation);
        Assert.Equal(["a1", "b1"], flags.Select(flag => flag.Key).Intersect(["a1", "b1", "c1"]));
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(flags));
    }

    [Fact]
    public async Task Experiments_that_run_are_read_with_every_value_and_with_every_value_missing()
    {
        await AddAsync(Whole("whole"), Bare("bare"), Bare("draft", ExperimentStatus.Draft));
        var (_, _, experiments) = await database.DataSource.ReadServedAsync(Cancellation);
        await using var db = database.DbFactory.CreateDbContext();
        var expected = await db.NoticeExperiments.Where(experiment => experiment.Status == ExperimentStatus.Running)
            .OrderBy(experiment => experiment.Id).ToListAsync(Cancellation);
        Assert.Equal(["whole", "bare"], experiments.Select(experiment => experiment.Key));
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(experiments));
    }

    [Fact]
    public async Task The_revision_grows_with_a_change_and_is_read_with_the_rows_of_it()
    {
        var before = await database.DataSource.ReadServedRevisionAsync(Cancellation);
        await AddAsync(Flag("late"));
        var (revision, flags, _) = await database.DataSource.ReadServedAsync(Cancellation);
        Assert.True(revision > before);
        Assert.Equal(revision, await database.DataSource.ReadServedRevisionAsync(Cancellation));
        Assert.Contains(flags, flag => flag.Key == "late");
    }

    private static FeatureFlag Flag(string key, bool isArchived = false) => new()
    {
        Key = key,
        Description = $"설명 {key}",
        Definition = $$"""{"id": "{{key}}", "enabled": true}""",
        IsArchived = isArchived,
        ChangedAt = Now,
        Version = 3,
    };

    private static NoticeExperiment Bare(string key, ExperimentStatus status = ExperimentStatus.Running) => new()
    {
        Key = key,
        Status = status,
        Hypothesis = "",
        Promise = "",
        NotBuilt = "",
        ToldAfterwards = "",
        NeighborhoodIds = [],
        Variants = [],
        PrimaryMetric = "application_read",
        GuardrailMetrics = [],
        CreatedAt = Now,
        StartedAt = status == ExperimentStatus.Draft ? null : Now,
        StartedVersion = status == ExperimentStatus.Draft ? null : 1,
    };

    private static NoticeExperiment Whole(string key)
    {
        var experiment = Bare(key);
        experiment.Hypothesis = "읽지 않은 지원서가 사라지면 더 읽는다";
        experiment.Promise = "7일";
        experiment.NotBuilt = "the lock";
        experiment.ToldAfterwards = "a notice";
        experiment.Audience = ExperimentAudience.Employers;
        experiment.Placement = NoticePlacement.EmployerInbox;
        experiment.NeighborhoodIds = [3, 1];
        experiment.Conditions = """[{"name": "Microsoft.TimeWindow"}]""";
        experiment.TrafficPercent = 12.5;
        experiment.Layer = "inbox";
        experiment.LayerFrom = 25;
        experiment.Variants = [new("control", 50, null), new("seven", 50, new(NoticeTone.Warning, new("제목", "Title"), null, null))];
        experiment.Testers = [new(42, "seven")];
        experiment.ExpectedRate = 0.4;
        experiment.ExpectedEffect = -0.05;
        experiment.GuardrailMetrics = ["application_rejected"];
        experiment.PlannedDays = 14;
        experiment.PlannedSampleSize = 400;
        experiment.StartedVersion = 2;
        experiment.DecisionNote = "not yet";
        experiment.Version = 5;
        return experiment;
    }

    private async Task AddAsync(params IEnumerable<object> rows)
    {
        await using var db = database.DbFactory.CreateDbContext();
        db.AddRange(rows);
        await db.SaveChangesAsync(Cancellation);
    }
}
