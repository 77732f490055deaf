using Jobs.Testing;

namespace Jobs.Schema.Tests.Notices;

public sealed class NoticeExperimentTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private readonly string key = $"exp-{Guid.NewGuid():n}"[..20];

    [Fact]
    public async Task An_experiment_lives_from_draft_to_finished()
    {
        var id = await api.CreateAsync(Experiment.Input(key));

        Assert.Equal("RUNNING", (await api.MoveAsync("start", id)).Text("data.startNoticeExperiment.noticeExperiment.status"));
        Assert.Equal("PAUSED", (await api.MoveAsync("pause", id)).Text("data.pauseNoticeExperiment.noticeExperiment.status"));
        Assert.Equal("RUNNING", (await api.MoveAsync("start", id)).Text("data.startNoticeExperiment.noticeExperiment.status"));
        var finished = await api.MoveAsync("finish", id);
        Assert.Equal("FINISHED", finished.Text("data.finishNoticeExperiment.noticeExperiment.status"));
        Assert.Equal("INCONCLUSIVE", finished.Text("data.finishNoticeExperiment.noticeExperiment.decision"));
        Assert.Equal("FINISHED", (await api.MoveAsync("start", id)).Text("data.startNoticeExperiment.errors.0.status"));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_with_its_place()
    {
        var response = await api.ProductManager().TryCreateAsync(new
        {
            key = "X",
            hypothesis = "",
            audience = "EVERYONE",
            placement = "JOB_FEED_TOP",
            variants = new[] { new { key = "a", weight = 100 } },
            primaryMetric = "application_read",
        });

        var fields = response["data.createNoticeExperiment.errors.0.fields"]!.AsArray()
            .Select(field => string.Join('.', field!["path"]!.AsArray()));
        Assert.Equal(["key", "hypothesis", "variants", "variants", "variants.0.weight"], fields);
    }

    [Fact]
    public async Task Only_a_draft_changes_and_only_from_the_version_that_was_looked_at()
    {
        const string Update = """
            mutation($id: ID!, $version: Int!, $percent: Float) {
              updateNoticeExperiment(input: { id: $id, version: $version, trafficPercent: $percent }) {
                noticeExperiment { version trafficPercent hypothesis variants { key weight content { title titleEnglish } } }
                errors { __typename }
              }
            }
            """;
        var id = await api.CreateAsync(Experiment.Input(key));

        (await api.ProductManager().SendAsync(Update, new { id, version = 1, percent = 20 })).ShouldBe("""
            {"data":{"updateNoticeExperiment":{"noticeExperiment":{"version":2,"trafficPercent":20,
            "hypothesis":"읽지 않은 지원서가 잠긴다고 알리면 더 빨리 열어 본다.","variants":[{"key":"control","weight":50,"content":null},
            {"key":"warning","weight":50,"content":{"title":"7일이 지나면 열 수 없어요","titleEnglish":"It can be opened for 7 days"}}]},
            "errors":null}}}
            """);
        Assert.Equal("ConflictError", (await api.ProductManager().SendAsync(Update, new { id, version = 1, percent = 30 }))
            .Text("data.updateNoticeExperiment.errors.0.__typename"));
        await api.MoveAsync("start", id);
        Assert.Equal("ExperimentNotEditableError", (await api.ProductManager().SendAsync(Update, new { id, version = 3, percent = 30 }))
            .Text("data.updateNoticeExperiment.errors.0.__typename"));
        await api.MoveAsync("finish", id);
    }

    [Fact]
    public async Task Operators_alone_see_and_change_experiments()
    {
        var id = await api.CreateAsync(Experiment.Input(key));
        const string One = "query($key: String!, $id: ID!) { noticeExperiment(key: $key) { id } node(id: $id) { id } }";
        const string All = "{ noticeExperiments(first: 1) { nodes { key } pageInfo { hasNextPage } } }";

        Assert.Equal(id, (await api.ProductManager().SendAsync(One, new { key, id })).Text("data.node.id"));
        Assert.Equal(key, (await api.ProductManager().SendAsync(All)).Text("data.noticeExperiments.nodes.0.key"));
        var refused = await api.As(1).SendAsync(One, new { key, id });
        Assert.Equal("FORBIDDEN", refused.ErrorCode);
        Assert.Null(refused["data.node"]);
        Assert.Equal("FORBIDDEN", (await api.As(1).SendAsync(All)).ErrorCode);
        Assert.Equal("UNAUTHENTICATED", (await api.Anonymous.SendAsync(All)).ErrorCode);
        Assert.Equal("ForbiddenError", (await api.As(1).TryCreateAsync(Experiment.Input($"{key}-2")))
            .Text("data.createNoticeExperiment.errors.0.__typename"));
    }

    [Fact]
    public async Task Every_step_stands_in_the_history_with_its_author()
    {
        var id = await api.CreateAsync(Experiment.Input(key));
        await api.MoveAsync("start", id);
        await api.MoveAsync("finish", id);

        (await api.ProductManager().SendAsync(
            "query($key: String!) { noticeExperiment(key: $key) { revisions { version change author { displayName } note } } }",
            new { key })).ShouldBe("""
            {"data":{"noticeExperiment":{"revisions":[
            {"version":3,"change":"FINISHED","author":{"displayName":"Viewer 900"},"note":null},
            {"version":2,"change":"STARTED","author":{"displayName":"Viewer 900"},"note":null},
            {"version":1,"change":"CREATED","author":{"displayName":"Viewer 900"},"note":null}]}}}
            """);
    }
}
