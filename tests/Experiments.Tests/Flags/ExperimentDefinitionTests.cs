using Jobs.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Experiments.Tests;

public sealed class ExperimentDefinitionTests(FlagDatabase database) : IClassFixture<FlagDatabase>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void An_experiment_is_a_flag_of_its_own()
    {
        var experiment = Experiment("unread-expiry");
        experiment.Conditions = """[{"name":"Jobs.App","parameters":{"Platforms":["ios"]}}]""";
        experiment.NeighborhoodIds = [1168000000];
        experiment.TrafficPercent = 40;
        Assert.Equal("""
            {"id":"experiment-unread-expiry","enabled":true,"conditions":{"requirement_type":"All","client_filters":[
            {"name":"Jobs.Role","parameters":{"Role":"applicant"}},
            {"name":"Jobs.Neighborhood","parameters":{"Codes":["1168000000"]}},
            {"name":"Jobs.App","parameters":{"Platforms":["ios"]}},
            {"name":"Jobs.Prerequisite","parameters":{"Flag":"global-holdout","IsEnabled":false}},
            {"name":"Microsoft.Targeting","parameters":{"Audience":{"DefaultRolloutPercentage":40}}}]},
            "variants":[{"name":"control"},{"name":"urgent"},{"name":"unused"}],
            "allocation":{"percentile":[{"variant":"control","from":0,"to":33.3},{"variant":"urgent","from":33.3,"to":100}],
            "seed":"unread-expiry"}}
            """.ReplaceLineEndings(""), FlagDefinitionText.Of(ExperimentDefinition.Of(experiment)));
    }

    [Fact]
    public void An_experiment_of_a_layer_takes_its_part_of_it()
    {
        var experiment = Experiment("layered");
        (experiment.Layer, experiment.LayerFrom, experiment.TrafficPercent) = ("home \"top\"", 70.1, 29.9);
        var part = Assert.Single(FlagFilters.Of(ExperimentDefinition.Of(experiment), "Jobs.Layer"));
        Assert.Equal(new LayerSettings("home \"top\"", "layer-home \"top\"", 70.1, 100), part);
    }

    [Fact]
    public async Task Only_notices_can_ask_for_the_variant_of_an_experiment_and_the_holdout_takes_part_in_none()
    {
        var experiment = Experiment("asked");
        experiment.Audience = ExperimentAudience.Everyone;
        (experiment.Status, experiment.StartedAt, experiment.StartedVersion) =
            (ExperimentStatus.Running, DateTimeOffset.UnixEpoch, 1);
        (experiment.Layer, experiment.LayerFrom) = ("asked", 0);
        await using (var db = await database.Database.DbFactory.CreateDbContextAsync(Token))
        {
            db.Add(experiment);
            await db.SaveChangesAsync(Token);
        }
        await using var instance = await database.Instance().StartAsync();
        await database.ExecuteAsync("UPDATE feature_flags SET version = version + 1");

        Assert.Equal("asked", Assert.Single(instance.Served.Current.Experiments).Key);
        Assert.Contains(await AssignAsync(42), (string[])["control", "urgent"]);
        Assert.Null(await AssignAsync(null));
        Assert.Equal(new FlagState("experiment-asked", false), await instance.FindAsync("experiment-asked", 42));

        await database.UpdateAsync("global-holdout", Flag.Share("global-holdout", 100));
        await instance.UntilAsync(snapshot => snapshot.Flags["global-holdout"].Json.Contains("100", StringComparison.Ordinal));
        Assert.Null(await AssignAsync(42));

        async Task<string?> AssignAsync(long? userId)
        {
            await using var request = instance.Request(userId);
            return await request.ServiceProvider.GetRequiredService<ViewerFlags>().AssignVariantAsync(experiment, Token);
        }
    }

    private static NoticeExperiment Experiment(string key) => new()
    {
        Key = key,
        Hypothesis = "h",
        Promise = "p",
        NotBuilt = "n",
        ToldAfterwards = "t",
        Audience = ExperimentAudience.Applicants,
        NeighborhoodIds = [],
        TrafficPercent = 100,
        Variants = [new("control", 33.3, null), new("urgent", 66.7, null), new("unused", 0, null)],
        PrimaryMetric = "m",
        GuardrailMetrics = [],
        CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
