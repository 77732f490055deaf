using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Jobs.Api.Tests.WebSockets;
using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Api.Tests.Notices;

/// <summary>A change of what is served, written anywhere, reaches who is subscribed: through the database's notification.</summary>
public sealed class LiveChangeTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task A_flag_that_is_switched_arrives_over_a_socket_with_its_new_state()
    {
        await api.InsertAsync(new FeatureFlag
        {
            Key = "one-tap",
            Description = "",
            Definition = """{"id":"one-tap","enabled":false}""",
            ChangedAt = api.Time.UtcNow,
        });
        using var socket = await LiveSocket.OpenAsync(new Uri(api.Http.BaseAddress!, "/graphql"));
        await socket.SendAsync($$$$"""{"type":"connection_init","payload":{"Authorization":"Bearer {{{{Token(7)}}}}"}}""");
        await socket.ExpectAsync("connection_ack");
        await socket.SubscribeAsync("1", """subscription { featureFlagsChanged(keys: ["one-tap", "nobody-knows"]) { flags { key isEnabled } } }""");

        var message = await UntilAsync(() => socket.ExpectAsync("next"), () => SwitchAsync("one-tap"));

        var flag = message["payload"]!["data"]!["featureFlagsChanged"]!["flags"]!.AsArray().Single()!;
        Assert.Equal("one-tap", (string?)flag["key"]);
    }

    [Fact(Timeout = 180_000)]
    public async Task A_flag_for_one_app_arrives_there_over_an_event_stream()
    {
        await api.InsertAsync(new FeatureFlag
        {
            Key = "android-tap",
            Description = "",
            Definition = """
                {"id":"android-tap","enabled":false,
                 "conditions":{"client_filters":[{"name":"Jobs.App","parameters":{"Platforms":["android"]}}]}}
                """,
            ChangedAt = api.Time.UtcNow,
        });
        using var request = Subscribing("""subscription { featureFlagsChanged(keys: ["android-tap"]) { flags { key isEnabled } } }""");
        request.Headers.Add("apollographql-client-name", "jobs-android");
        request.Headers.Add("apollographql-client-version", "3.14.0");
        using var response = await api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Patience);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Patience));

        var change = await UntilAsync(() => NextAsync(lines), () => SwitchAsync("android-tap"));

        var flag = change["data"]!["featureFlagsChanged"]!["flags"]!.AsArray().Single()!;
        Assert.Equal("android-tap", (string?)flag["key"]);
    }

    [Fact(Timeout = 180_000)]
    public async Task An_experiment_that_starts_or_pauses_arrives_over_an_event_stream_with_the_new_set()
    {
        await api.As(7).SendAsync("{ __typename }");
        var experiment = await api.InsertAsync(Experiment());
        using var request = Subscribing(
            "subscription { noticesChanged(placements: [JOB_FEED_TOP, MY_APPLICATIONS]) { placement notices { key title } } }");
        using var response = await api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Patience);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Patience));

        var change = await UntilAsync(() => NextAsync(lines), () => ToggleAsync(experiment.Id));

        Assert.Equal("JOB_FEED_TOP", (string?)change["data"]!["noticesChanged"]!["placement"]);
        var notices = change["data"]!["noticesChanged"]!["notices"]!.AsArray();
        if (notices.Count > 0) Assert.Equal("live-lock 잠겨요", $"{notices[0]!["key"]} {notices[0]!["title"]}");
    }

    [Theory]
    [InlineData("""subscription { featureFlagsChanged(keys: ["a"]) { flags { key } } }""")]
    [InlineData("subscription { noticesChanged(placements: [JOB_FEED_TOP]) { placement } }")]
    public async Task Strangers_follow_nothing(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await api.Http.SendAsync(request, Patience);
        Assert.Contains("UNAUTHENTICATED", await response.Content.ReadAsStringAsync(Patience), StringComparison.Ordinal);
    }

    /// <summary>Changes again and again, because nobody is told of a change from before they were subscribed.</summary>
    private static async Task<JsonObject> UntilAsync(Func<Task<JsonObject>> receive, Func<Task> change)
    {
        var received = receive();
        while (!received.IsCompleted)
        {
            await change();
            await Task.WhenAny(received, Task.Delay(50, Patience));
        }
        return await received;
    }

    private static async Task<JsonObject> NextAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync(Patience) is { } line)
            if (line.StartsWith("data: {", StringComparison.Ordinal)) return JsonNode.Parse(line["data: ".Length..])!.AsObject();
        throw new InvalidOperationException("The stream ended.");
    }

    private HttpRequestMessage Subscribing(string query)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(7));
        return request;
    }

    private string Token(long viewer) => ApiDriver.TokenOf(viewer, api.Time.UtcNow);

    private async Task SwitchAsync(string key)
    {
        await using var db = await api.Database.DbFactory.CreateDbContextAsync(Patience);
        var flag = await db.FeatureFlags.SingleAsync(flag => flag.Key == key, Patience);
        flag.Definition = flag.Definition.Contains("false", StringComparison.Ordinal)
            ? flag.Definition.Replace("false", "true", StringComparison.Ordinal)
            : flag.Definition.Replace("true", "false", StringComparison.Ordinal);
        await db.SaveChangesAsync(Patience);
    }

    private async Task ToggleAsync(long id)
    {
        await using var db = await api.Database.DbFactory.CreateDbContextAsync(Patience);
        var experiment = await db.NoticeExperiments.SingleAsync(row => row.Id == id, Patience);
        experiment.Status = experiment.Status == ExperimentStatus.Running ? ExperimentStatus.Paused : ExperimentStatus.Running;
        await db.SaveChangesAsync(Patience);
    }

    private NoticeExperiment Experiment() => new()
    {
        Key = "live-lock",
        Hypothesis = "h",
        Promise = "",
        NotBuilt = "",
        ToldAfterwards = "",
        Audience = ExperimentAudience.Everyone,
        Placement = NoticePlacement.JobFeedTop,
        NeighborhoodIds = [],
        TrafficPercent = 100,
        Variants = [new("control", 50, Shown), new("warning", 50, Shown)],
        PrimaryMetric = "application_submitted",
        GuardrailMetrics = [],
        Status = ExperimentStatus.Paused,
        CreatedAt = api.Time.UtcNow,
        StartedAt = api.Time.UtcNow,
        StartedVersion = 1,
    };

    private static NoticeContent Shown { get; } = new(NoticeTone.Info, new("잠겨요", null), null, null);
}
