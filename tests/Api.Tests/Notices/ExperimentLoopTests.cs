using System.Text.Json.Nodes;
using Jobs.Experiments;
using Jobs.Persistence;
using Jobs.Schema;
using Jobs.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Tests.Notices;

/// <summary>From a product manager's idea to a verdict, with nothing but the contract and the service's own collector.</summary>
public sealed class ExperimentLoopTests(CollectingApi api) : IClassFixture<CollectingApi>
{
    private const long Manager = 900;
    private const int People = 240;

    private const string Create = """
        mutation($key: String!, $guardrails: [String!]) {
          createNoticeExperiment(input: {
            key: $key, hypothesis: "h", audience: EVERYONE, placement: JOB_FEED_TOP, primaryMetric: "job_post_saved",
            guardrailMetrics: $guardrails, expectedRate: 0.1, expectedEffect: 0.3, plannedDays: 7, plannedSampleSize: 200,
            variants: [{ key: "control", weight: 50 },
                       { key: "hint", weight: 50, content: { tone: INFO, title: "마음에 들면 저장해 두세요" } }]
          }) { noticeExperiment { id } errors { __typename } }
        }
        """;

    private const string Ask = """
        { viewer { notices(placement: JOB_FEED_TOP) { trackingToken } noticePlaceholders(placement: JOB_FEED_TOP) { trackingToken } } }
        """;

    private const string Report = """
        mutation($token: String!, $at: DateTime!) {
          recordNoticeEvents(input: { events: [{ trackingToken: $token, type: EXPOSED, at: $at }] }) { acceptedCount }
        }
        """;

    private const string Save = "mutation($id: ID!) { saveJobPost(input: { jobPostId: $id }) { errors { __typename } } }";

    private const string Results = """
        query($key: String!) {
          noticeExperiment(key: $key) {
            id status
            results {
              splitLooksHealthy verdict verdictSentence
              variants { variantKey assignedCount exposedCount convertedCount conversionRate lift liftLow liftHigh }
            }
            revisions { change author { id } note }
          }
        }
        """;

    [Fact(Timeout = 300_000)]
    public async Task People_who_see_the_notice_do_more_and_the_verdict_says_so_in_numbers()
    {
        await StartAsync("save-hint", guardrails: []);
        await LiveAsync(person => person.IsHinted ? person.Number % 2 == 0 : person.Number % 12 == 0);

        var experiment = await ResultsAsync("save-hint");

        var results = experiment["results"]!;
        var (control, hint) = (results["variants"]![0]!, results["variants"]![1]!);
        Assert.Equal(People, (int)control["exposedCount"]! + (int)hint["exposedCount"]!);
        Assert.Equal(People, (int)control["assignedCount"]! + (int)hint["assignedCount"]!);
        Assert.True((bool)results["splitLooksHealthy"]!);
        Assert.Equal("SHIP", (string?)results["verdict"]);
        Assert.InRange((double)hint["lift"]!, 20, 60);
        Assert.True((double)hint["liftLow"]! > 0);
        Assert.Contains("hint", (string)results["verdictSentence"]!, StringComparison.Ordinal);
        await FinishAsync((string)experiment["id"]!); // The other test's people would be in both.
    }

    [Fact(Timeout = 300_000)]
    public async Task A_guardrail_that_turns_bad_pauses_the_experiment_and_says_so()
    {
        await StartAsync("harmful-hint", guardrails: ["job_post_viewed"]);
        await LiveAsync(_ => false, person => !person.IsHinted);

        // The watch looks by itself while the clock goes on.
        var experiment = await ResultsAsync("harmful-hint");
        while ((string?)experiment["status"] != "PAUSED")
        {
            api.Time.Advance(TimeSpan.FromMinutes(15));
            await Task.Delay(50, TestContext.Current.CancellationToken);
            experiment = await ResultsAsync("harmful-hint");
        }
        Assert.Equal("PAUSED_BY_GUARDRAIL", (string?)experiment["revisions"]![0]!["change"]);
        Assert.Null(experiment["revisions"]![0]!["author"]);
        await Wait.UntilAsync(() => api.Log.Text.Contains(
            "Warning Jobs.Experiments.GuardrailWatch: The experiment harmful-hint was paused", StringComparison.Ordinal));
        await api.Services.GetRequiredService<ServedSnapshots>().RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Empty((await api.As(5_000).SendAsync(Ask))["data.viewer.notices"]!.AsArray());
    }

    private async Task StartAsync(string key, string[] guardrails)
    {
        var manager = api.As(Manager, "product-manager");
        var id = (await manager.SendAsync(Create, new { key, guardrails })).Text("data.createNoticeExperiment.noticeExperiment.id");
        await manager.SendAsync("mutation($id: ID!) { startNoticeExperiment(input: { id: $id }) { errors { __typename } } }", new { id });
        await api.Services.GetRequiredService<ServedSnapshots>().RefreshAsync(TestContext.Current.CancellationToken);
    }

    private async Task FinishAsync(string id)
    {
        await api.As(Manager, "product-manager").SendAsync(
            "mutation($id: ID!) { finishNoticeExperiment(input: { id: $id, decision: BUILD }) { errors { __typename } } }", new { id });
        await api.Services.GetRequiredService<ServedSnapshots>().RefreshAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A week of people who ask for the feed, see what there is, and do something or not.</summary>
    private async Task LiveAsync(Func<Person, bool> saves, Func<Person, bool>? opens = null)
    {
        var post = await PostAsync();
        for (var number = 0; number < People; number++)
        {
            var viewer = api.As(5_000 + number);
            var shown = await viewer.SendAsync(Ask);
            var person = new Person(number, IsHinted: shown["data.viewer.notices"]!.AsArray().Count == 1);
            var token = shown.Text($"data.viewer.{(person.IsHinted ? "notices" : "noticePlaceholders")}.0.trackingToken");
            await viewer.SendAsync(Report, new { token, at = api.Time.UtcNow });
            if (saves(person)) await viewer.SendAsync(Save, new { id = post });
            if (opens?.Invoke(person) == true) await viewer.SendAsync("query($id: ID!) { jobPost(id: $id) { id } }", new { id = post });
        }
        api.Time.Advance(TimeSpan.FromDays(8));
        await Wait.UntilAsync(
            () => api.Services.GetRequiredService<AnalyticsMetrics>().Queued == 0, api.Time, TimeSpan.FromMilliseconds(200));
        // The watch may have read when all but the last had arrived, and a report is kept for a while.
        api.Time.Advance(TimeSpan.FromSeconds(api.Services.GetRequiredService<IOptions<ExperimentsOptions>>().Value.ResultsKeepSeconds));
    }

    private async Task<JsonNode> ResultsAsync(string key)
    {
        var response = await api.As(Manager, "product-manager").SendAsync(Results, new { key });
        TestContext.Current.TestOutputHelper?.WriteLine(response.Body);
        return response["data.noticeExperiment"]!;
    }

    private async Task<string> PostAsync()
    {
        var yeoksam = KnownNeighborhoods.Shipped.Find("1168064000")!;
        var employer = await api.InsertAsync(new Employer
        {
            DisplayName = "역삼 김밥",
            Kind = EmployerKind.Business,
            NeighborhoodId = yeoksam.Id,
            VerificationLevel = VerificationLevel.Business,
            VerifiedAt = api.Time.UtcNow,
            CreatedAt = api.Time.UtcNow,
            Origin = RecordOrigin.Member,
        });
        var post = JobPostLife.NewDraft(employer, api.Time.UtcNow);
        (post.Title, post.Description, post.WageAmount) = ("주말 홀서빙", "손님을 맞이하고 음식을 나릅니다.", 12_000);
        JobPostLife.Publish(post, employer, api.Time.UtcNow);
        return GlobalId.Of(NodeType.JobPost, (await api.InsertAsync(post)).Id);
    }

    private sealed record Person(int Number, bool IsHinted);
}
