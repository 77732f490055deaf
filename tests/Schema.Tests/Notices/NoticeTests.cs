using Jobs.Experiments;
using Jobs.Persistence;
using Jobs.Testing;

namespace Jobs.Schema.Tests.Notices;

public sealed class NoticeTests(ApiDriver api) : IClassFixture<ApiDriver>, IAsyncLifetime
{
    private const string Fetch = """
        query($placement: NoticePlacement! = EMPLOYER_INBOX, $subjectId: ID) {
          viewer {
            notices(placement: $placement, subjectId: $subjectId) {
              id key placement tone title body action { label url } isDismissible expiresAt isPreview
            }
            noticePlaceholders(placement: $placement) { __typename }
          }
        }
        """;

    private const string Tokens = """
        { viewer { notices(placement: EMPLOYER_INBOX) { id trackingToken }
                   noticePlaceholders(placement: EMPLOYER_INBOX) { trackingToken } } }
        """;

    private const string Record = """
        mutation($events: [NoticeEventInput!]!) {
          recordNoticeEvents(input: { events: $events }) { acceptedCount errors { __typename } }
        }
        """;

    private const string Dismiss = """
        mutation($id: ID!, $token: String!) {
          dismissNotice(input: { noticeId: $id, trackingToken: $token }) {
            dismissedNoticeId viewer { notices(placement: EMPLOYER_INBOX) { id } } errors { __typename }
          }
        }
        """;

    private readonly string key = $"exp-{Guid.NewGuid():n}"[..20];
    private string experimentId = "";

    public async ValueTask InitializeAsync() => experimentId = await api.StartAsync(Experiment.Input(key));

    /// <summary>The tests of a class share a database: each ends its own experiment.</summary>
    public async ValueTask DisposeAsync() => await api.MoveAsync("finish", experimentId);

    [Fact]
    public async Task A_person_of_the_treatment_is_shown_the_notice()
    {
        var response = await Treated().SendAsync(Fetch);

        var expiresAt = api.Time.UtcNow.AddDays(1).UtcDateTime;
        response.ShouldBe($$$$"""
            {"data":{"viewer":{"notices":[{"id":"{{{{NoticeId}}}}","key":"{{{{key}}}}","placement":"EMPLOYER_INBOX","tone":"WARNING",
            "title":"7일이 지나면 열 수 없어요","body":"읽지 않은 지원서는 잠겨요.","action":{"label":"열어 보기","url":"jobs://inbox"},
            "isDismissible":true,"expiresAt":"{{{{expiresAt:yyyy-MM-ddTHH:mm:ss.fffZ}}}}","isPreview":false}],"noticePlaceholders":[]}}}
            """);
    }

    [Fact]
    public async Task Whoever_prefers_English_reads_English_where_there_is_an_English_text()
    {
        var viewer = new ApiViewer(api.Http, ApiDriver.TokenOf(PersonOf(isTreated: true), api.Time.UtcNow)) { Language = "en" };
        await Treated().SendAsync("{ __typename }");

        var response = await viewer.SendAsync(Fetch);

        Assert.Equal("It can be opened for 7 days", response.Text("data.viewer.notices.0.title"));
        Assert.Equal("Open", response.Text("data.viewer.notices.0.action.label"));
        Assert.Equal("읽지 않은 지원서는 잠겨요.", response.Text("data.viewer.notices.0.body"));
    }

    [Fact]
    public async Task A_person_of_the_control_gets_a_placeholder_to_report_and_nothing_to_draw() =>
        (await Control().SendAsync(Fetch)).ShouldBe(
            """{"data":{"viewer":{"notices":[],"noticePlaceholders":[{"__typename":"NoticePlaceholder"}]}}}""");

    [Fact]
    public async Task Other_places_show_nothing()
    {
        var response = await Treated().SendAsync(Fetch, new { placement = "JOB_FEED_TOP" });

        response.ShouldBe("""{"data":{"viewer":{"notices":[],"noticePlaceholders":[]}}}""");
    }

    [Fact]
    public async Task A_notice_can_be_fetched_by_its_id_by_the_person_who_is_shown_it()
    {
        const string ById = "query($id: ID!) { node(id: $id) { ... on Notice { key } } }";

        (await Treated().SendAsync(ById, new { id = NoticeId })).ShouldBe($$$$"""{"data":{"node":{"key":"{{{{key}}}}"}}}""");
        (await Control().SendAsync(ById, new { id = NoticeId })).ShouldBe("""{"data":{"node":null}}""");
    }

    [Fact]
    public async Task A_paused_experiment_shows_nothing_and_shows_the_same_again_when_it_goes_on()
    {
        await api.MoveAsync("pause", experimentId);
        Assert.Empty((await Treated().SendAsync(Fetch))["data.viewer.notices"]!.AsArray());

        await api.MoveAsync("start", experimentId);
        Assert.Single((await Treated().SendAsync(Fetch))["data.viewer.notices"]!.AsArray());
    }

    [Fact]
    public async Task Reports_of_both_arms_are_accepted_and_what_is_repeated_is_kept_once()
    {
        var (treated, control) = (await TokenAsync(Treated()), await TokenAsync(Control()));

        Assert.Equal(2, await AcceptedAsync(Treated(), Event(treated, "EXPOSED"), Event(treated, "CLICKED")));
        Assert.Equal(1, await AcceptedAsync(Treated(), Event(treated, "EXPOSED")));
        Assert.Equal(1, await AcceptedAsync(Control(), Event(control, "EXPOSED")));

        await using var db = await api.DbAsync();
        var exposures = db.NoticeExposures.Where(row => row.ExperimentId == ExperimentKey).OrderBy(row => row.VariantKey).ToList();
        Assert.Equal(
            [(PersonOf(isTreated: false), "control"), (PersonOf(isTreated: true), "warning")],
            exposures.Select(row => (row.UserId, row.VariantKey)));
    }

    [Fact]
    public async Task Tokens_of_others_and_invented_ones_are_dropped_quietly()
    {
        var token = await TokenAsync(Treated());

        Assert.Equal(0, await AcceptedAsync(Control(), Event(token, "EXPOSED"), Event("AAAA", "CLICKED"), Event("", "EXPOSED")));
    }

    [Fact]
    public async Task A_token_is_stale_after_a_week_and_when_the_experiment_has_stopped()
    {
        var token = await TokenAsync(Treated());
        await api.MoveAsync("pause", experimentId);
        Assert.Equal(0, await AcceptedAsync(Treated(), Event(token, "EXPOSED")));

        await api.MoveAsync("start", experimentId);
        Assert.Equal(1, await AcceptedAsync(Treated(), Event(token, "EXPOSED")));
        api.Time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        Assert.Equal(0, await AcceptedAsync(Treated(), Event(token, "EXPOSED")));
    }

    [Fact]
    public async Task Fifty_events_at_a_time_and_three_hundred_a_minute_are_enough()
    {
        api.Time.Advance(TimeSpan.FromMinutes(1)); // What other tests reported for the same person is over.
        var token = await TokenAsync(Treated());
        var fifty = Enumerable.Repeat(Event(token, "CLICKED"), 50).ToArray();

        Assert.Equal("ValidationError", await ErrorAsync([.. fifty, Event(token, "CLICKED")]));
        Assert.Equal("ValidationError", await ErrorAsync([]));
        for (var sent = 0; sent < 300; sent += 50) Assert.Equal(50, await AcceptedAsync(Treated(), fifty));
        Assert.Equal("RateLimitedError", await ErrorAsync(fifty));
        api.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(50, await AcceptedAsync(Treated(), fifty));
    }

    [Fact]
    public async Task A_dismissed_notice_never_comes_back()
    {
        var token = await TokenAsync(Treated());

        (await Treated().SendAsync(Dismiss, new { id = NoticeId, token })).ShouldBe(
            $$$$"""{"data":{"dismissNotice":{"dismissedNoticeId":"{{{{NoticeId}}}}","viewer":{"notices":[]},"errors":null}}}""");
        Assert.Empty((await Treated().SendAsync(Fetch))["data.viewer.notices"]!.AsArray());
    }

    [Fact]
    public async Task Dismissing_needs_the_notices_own_token()
    {
        var foreign = await TokenAsync(Control());
        var nothing = GlobalId.Of(NodeType.Notice, 999_999);

        Assert.Equal("ForbiddenError", (await Treated().SendAsync(Dismiss, new { id = NoticeId, token = foreign }))
            .Text("data.dismissNotice.errors.0.__typename"));
        Assert.Equal("NotFoundError", (await Treated().SendAsync(Dismiss, new { id = nothing, token = foreign }))
            .Text("data.dismissNotice.errors.0.__typename"));
    }

    [Fact]
    public async Task Strangers_are_shown_nothing_and_may_report_nothing()
    {
        (await api.Anonymous.SendAsync(Fetch)).ShouldBe("""{"data":{"viewer":null}}""");
        Assert.Equal("UNAUTHENTICATED", (await api.Anonymous.SendAsync(Record, new { events = new[] { Event("A", "EXPOSED") } })).ErrorCode);
    }

    [Fact]
    public async Task A_deadline_is_announced_to_the_treatment_only_and_only_while_nobody_has_read()
    {
        var (treated, control) = (PersonOf(isTreated: true), PersonOf(isTreated: false));
        var employer = await api.EmployerAsync(member: treated);
        await api.InsertAsync(new EmployerMember { EmployerId = employer.Id, UserId = (await UserAsync(control)) });
        var application = await api.ApplyAsync(await api.OpenPostAsync(employer), applicant: 50_000 + treated);
        const string Deadline = "query($id: ID!) { application(id: $id) { announcedReadDeadline } }";
        const string Open = "mutation($id: ID!) { markApplicationsRead(input: { applicationIds: [$id] }) { errors { __typename } } }";

        var announced = (await Treated().SendAsync(Deadline, new { id = application })).Text("data.application.announcedReadDeadline");
        Assert.Equal($"{api.Time.UtcNow.AddDays(7).UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}", announced);
        Assert.Null((await Control().SendAsync(Deadline, new { id = application }))["data.application.announcedReadDeadline"]);

        // Long past the announced day it opens all the same: the deadline is words.
        api.Time.Advance(TimeSpan.FromDays(8));
        Assert.Null((await Treated().SendAsync(Open, new { id = application }))["data.markApplicationsRead.errors"]);
        Assert.Null((await Treated().SendAsync(Deadline, new { id = application }))["data.application.announcedReadDeadline"]);
    }

    private long ExperimentKey => GlobalId.Parse(experimentId, NodeType.NoticeExperiment);

    private string NoticeId => GlobalId.Of(NodeType.Notice, ExperimentKey);

    private ApiViewer Treated() => api.As(PersonOf(isTreated: true));

    private ApiViewer Control() => api.As(PersonOf(isTreated: false));

    /// <summary>The first person whom the percentile gives this arm.</summary>
    private long PersonOf(bool isTreated) => Enumerable.Range(2_000, 1_000)
        .First(id => Percentile.Of($"{id}", key) >= 50 == isTreated);

    private async Task<long> UserAsync(long id)
    {
        await api.As(id).SendAsync("{ __typename }");
        return id;
    }

    private static async Task<string> TokenAsync(ApiViewer viewer)
    {
        var response = await viewer.SendAsync(Tokens);
        return response["data.viewer.notices"]!.AsArray().Count == 1
            ? response.Text("data.viewer.notices.0.trackingToken")
            : response.Text("data.viewer.noticePlaceholders.0.trackingToken");
    }

    private object Event(string token, string type) => new { trackingToken = token, type, at = api.Time.UtcNow };

    private static async Task<int> AcceptedAsync(ApiViewer viewer, params object[] events) =>
        (await viewer.SendAsync(Record, new { events }))["data.recordNoticeEvents.acceptedCount"]!.GetValue<int>();

    private async Task<string> ErrorAsync(object[] events) =>
        (await Treated().SendAsync(Record, new { events })).Text("data.recordNoticeEvents.errors.0.__typename");
}
