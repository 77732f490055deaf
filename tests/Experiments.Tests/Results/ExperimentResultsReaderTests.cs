using System.Text.Json;
using Jobs.Experiments.Tests.Events;
using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.Extensions.Options;
using static Jobs.Experiments.Tests.Results.SomeEvents;

namespace Jobs.Experiments.Tests.Results;

public sealed class ExperimentResultsReaderTests
{
    private readonly FakeTimeProvider time = new(Start.AddDays(1));

    [Fact]
    public async Task Two_exports_answer_for_all_experiments_each_by_its_own_people_and_time()
    {
        await using var mixpanel = await MixpanelReceiver.StartAsync();
        using var folder = new Folder();
        await using var host = await StartAsync(mixpanel, folder);
        var results = ReaderOf(host);
        NoticeExperiment[] experiments =
        [
            Running("unread-lock", Start, version: 2), Running("save-hint", Start.AddHours(6), version: 3),
            Running("quiet", Start, version: 4),
        ];
        Export(mixpanel,
        [
            Exposed("a", "control"), Exposed("b", "warning"), Read("b", 2),
            // Read between the starts of the two: the later one has nothing to do with it.
            Sighting("$experiment_started", "b", "warning", 7, isTester: false, key: "save-hint"), Read("b", 5), Read("a", 8),
        ]);

        var reports = await results.ReadAllAsync(experiments, TestContext.Current.CancellationToken);
        await results.ReadAllAsync(experiments, TestContext.Current.CancellationToken);

        Assert.Equal([(2, 2), (1, 0), (0, 0)], reports.Select(report =>
            ((int)report.Arms.Sum(arm => arm.Exposed), (int)report.Arms.Sum(arm => arm.Converted))));
        Assert.Equal(2, mixpanel.Exports.Count);
        Assert.Same(reports[1], results.LastRead(experiments[1]));
    }

    [Fact]
    public async Task Nothing_is_asked_about_experiments_that_never_started()
    {
        await using var mixpanel = await MixpanelReceiver.StartAsync();
        using var folder = new Folder();
        await using var host = await StartAsync(mixpanel, folder);

        var draft = Experiment(experiment => (experiment.Status, experiment.StartedAt) = (ExperimentStatus.Draft, null));

        Assert.Null(await ReaderOf(host).ReadAsync(draft, TestContext.Current.CancellationToken));
        Assert.Empty(mixpanel.Exports);
    }

    private static NoticeExperiment Running(string key, DateTimeOffset startedAt, int version) =>
        Experiment(experiment => (experiment.StartedAt, experiment.Version) = (startedAt, version), key);

    private static void Export(MixpanelReceiver mixpanel, IEnumerable<ExportedEvent> events)
    {
        foreach (var happened in events)
        {
            var properties = happened.Properties.EnumerateObject()
                .ToDictionary(property => property.Name, property => (object)property.Value);
            properties["distinct_id"] = happened.DistinctId;
            properties["time"] = happened.Time.ToUnixTimeMilliseconds();
            properties["$insert_id"] = happened.InsertId;
            mixpanel.Exported.Enqueue(JsonSerializer.Serialize(new Dictionary<string, object>
            {
                ["event"] = happened.Name,
                ["properties"] = properties,
            }));
        }
    }

    private static Task<AnalyticsHost> StartAsync(MixpanelReceiver mixpanel, string folder) => AnalyticsHost.StartAsync(options =>
    {
        (options.ApiHost, options.SpoolFolder) = (mixpanel.Address.AbsoluteUri, folder);
        (options.ServiceAccount, options.ServiceAccountSecret, options.ProjectId) = ("reader", "secret", "7");
    });

    private ExperimentResultsReader ReaderOf(AnalyticsHost host) =>
        new(host.Export, Options.Create(new ExperimentsOptions()), time);
}
