using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Schema.Tests;

public sealed class EmployerActionTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private const string MarkRead = """
        mutation($ids: [ID!]!) { markApplicationsRead(input: { applicationIds: $ids }) {
          applications { status readAt } errors { __typename ... on UserError { code } ... on NotFoundError { id } } } }
        """;

    private const string Accept = """
        mutation($input: AcceptApplicationInput!) { acceptApplication(input: $input) {
          application { status readAt decidedAt viewerCanMoveTo } jobPost { status }
          errors { __typename ... on UserError { code } ... on ApplicationTransitionError { from allowed }
                   ... on AgeRestrictionError { minimumAge } } } }
        """;

    private const string Reject = """
        mutation($ids: [ID!]!, $message: String) { rejectApplications(input: { applicationIds: $ids, message: $message }) {
          applications { status }
          errors { __typename ... on UserError { code } ... on ApplicationTransitionError { from allowed }
                   ... on ValidationError { fields { path } } } } }
        """;

    private const string Withdraw = """
        mutation($id: ID!, $reason: String = "다른 일을 구했어요") { withdrawApplication(input: { applicationId: $id, reason: $reason }) {
          application { status history { status byApplicant } }
          errors { __typename ... on UserError { code } ... on ApplicationTransitionError { from allowed } } } }
        """;

    [Fact]
    public async Task Marking_read_sets_the_receipt_once_and_repeating_it_changes_nothing()
    {
        var (_, application) = await AppliedAsync(member: 1, applicant: 10);
        var member = api.As(viewer: 1);

        var first = await member.SendAsync(MarkRead, new { ids = new[] { application } });
        api.Time.Advance(TimeSpan.FromMinutes(5));
        var second = await member.SendAsync(MarkRead, new { ids = new[] { application } });

        Assert.Equal("READ", first.Text("data.markApplicationsRead.applications.0.status"));
        Assert.Equal(first.Body, second.Body);
    }

    [Fact]
    public async Task Marking_read_is_all_or_nothing()
    {
        var (_, own) = await AppliedAsync(member: 2, applicant: 11);
        var (_, foreign) = await AppliedAsync(member: 3, applicant: 12);
        var member = api.As(viewer: 2);

        var response = await member.SendAsync(MarkRead, new { ids = new[] { own, foreign } });
        var after = await member.SendAsync("query($id: ID!) { application(id: $id) { status } }", new { id = own });

        Assert.Equal(foreign, response.Text("data.markApplicationsRead.errors.0.id"));
        Assert.Equal("SUBMITTED", after.Text("data.application.status"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task Marking_read_takes_1_to_100_ids(int count)
    {
        var response = await (await api.PersonAsync(4)).SendAsync(
            MarkRead, new { ids = Enumerable.Range(1, count).Select(id => GlobalId.Of(NodeType.Application, id)) });

        Assert.Equal("VALIDATION", response.Text("data.markApplicationsRead.errors.0.code"));
    }

    [Fact]
    public async Task Accepting_an_unopened_application_reads_it_and_fills_a_post_for_one()
    {
        var (post, application) = await AppliedAsync(member: 5, applicant: 13);
        var other = await api.ApplyAsync(post, applicant: 14);

        var response = await api.As(viewer: 5).SendAsync(Accept, new { input = new { applicationId = application } });
        var lapsed = await api.As(viewer: 14).SendAsync(
            "query($id: ID!) { application(id: $id) { status } }", new { id = other });

        Assert.Equal("ACCEPTED", response.Text("data.acceptApplication.application.status"));
        Assert.NotNull(response["data.acceptApplication.application.readAt"]);
        Assert.Equal("FILLED", response.Text("data.acceptApplication.jobPost.status"));
        Assert.Equal("LAPSED", lapsed.Text("data.application.status"));
    }

    [Fact]
    public async Task A_post_stays_open_while_places_are_left_or_the_employer_wants_it_so()
    {
        var employer = await api.EmployerAsync(member: 6);
        var forTwo = await api.OpenPostAsync(employer, draft => draft.Headcount = 2);
        var forOne = await api.OpenPostAsync(employer);
        var member = api.As(viewer: 6);

        var first = await member.SendAsync(Accept, new { input = new { applicationId = await api.ApplyAsync(forTwo, 15) } });
        var kept = await member.SendAsync(
            Accept, new { input = new { applicationId = await api.ApplyAsync(forOne, 15), closeWhenFull = false } });

        Assert.Equal("OPEN", first.Text("data.acceptApplication.jobPost.status"));
        Assert.Equal("OPEN", kept.Text("data.acceptApplication.jobPost.status"));
    }

    [Fact]
    public async Task Two_members_who_accept_the_last_place_at_once_fill_the_post_once()
    {
        var employer = await api.EmployerAsync(member: 7);
        var post = await api.OpenPostAsync(employer);
        var (one, two) = (await api.ApplyAsync(post, 16), await api.ApplyAsync(post, 17));
        var member = api.As(viewer: 7);

        var responses = await Task.WhenAll(
            member.SendAsync(Accept, new { input = new { applicationId = one } }),
            member.SendAsync(Accept, new { input = new { applicationId = two } }));

        var refused = Assert.Single(responses, response => response["data.acceptApplication.application"] is null);
        Assert.Equal("LAPSED", refused.Text("data.acceptApplication.errors.0.from"));
    }

    [Fact]
    public async Task What_is_decided_stays_decided()
    {
        var (_, application) = await AppliedAsync(member: 8, applicant: 18);
        var member = api.As(viewer: 8);
        await member.SendAsync(Reject, new { ids = new[] { application } });

        var accepted = await member.SendAsync(Accept, new { input = new { applicationId = application } });
        var withdrawn = await api.As(viewer: 18).SendAsync(Withdraw, new { id = application });

        Assert.Equal(
            """[{"__typename":"ApplicationTransitionError","code":"INVALID_TRANSITION","from":"REJECTED","allowed":[]}]""",
            accepted["data.acceptApplication.errors"]!.ToJsonString());
        Assert.Equal("REJECTED", withdrawn.Text("data.withdrawApplication.errors.0.from"));
    }

    [Fact]
    public async Task Rejecting_takes_all_or_none_and_only_of_one_post()
    {
        var (post, first) = await AppliedAsync(member: 9, applicant: 19);
        var second = await api.ApplyAsync(post, applicant: 20);
        var (_, elsewhere) = await AppliedAsync(member: 9, applicant: 19);
        var member = api.As(viewer: 9);

        var mixed = await member.SendAsync(Reject, new { ids = new[] { first, elsewhere } });
        var both = await member.SendAsync(Reject, new { ids = new[] { second, first } });

        Assert.Equal("VALIDATION", mixed.Text("data.rejectApplications.errors.0.code"));
        Assert.Equal(
            """[{"status":"REJECTED"},{"status":"REJECTED"}]""",
            both["data.rejectApplications.applications"]!.ToJsonString());
    }

    [Theory]
    [InlineData("유감이에요\0")]
    [InlineData(1_001)]
    public async Task A_no_that_cannot_be_sent_is_told_beside_the_other_problems(object text)
    {
        var member = await api.PersonAsync(40);
        var message = text is int length ? new string('아', length) : text;

        var response = await member.SendAsync(Reject, new { ids = Array.Empty<string>(), message });

        Assert.Equal(
            """[{"path":["applicationIds"]},{"path":["message"]}]""",
            response["data.rejectApplications.errors.0.fields"]!.ToJsonString());
    }

    [Fact]
    public async Task A_reason_that_does_not_fit_keeps_nobody_from_withdrawing()
    {
        var (_, application) = await AppliedAsync(member: 41, applicant: 42);
        var reason = $"\0{new string('가', 999)}😀";

        var response = await api.As(viewer: 42).SendAsync(Withdraw, new { id = application, reason });

        Assert.Equal("WITHDRAWN", response.Text("data.withdrawApplication.application.status"));
        await using var db = await api.DbAsync();
        var kept = await db.Applications.SingleAsync(row => row.ApplicantId == 42, TestContext.Current.CancellationToken);
        Assert.Equal(new string('가', 999), kept.DecisionNote);
    }

    [Fact]
    public async Task An_id_that_nothing_ever_has_is_not_found()
    {
        var id = GlobalId.Of(NodeType.Application, 0);

        var response = await (await api.PersonAsync(43)).SendAsync(MarkRead, new { ids = new[] { id } });

        Assert.Equal(id, response.Text("data.markApplicationsRead.errors.0.id"));
    }

    [Fact]
    public async Task The_last_place_fills_a_paused_post_too()
    {
        var (post, application) = await AppliedAsync(member: 44, applicant: 45);
        await using (var db = await api.DbAsync())
            await db.JobPosts.Where(row => row.Id == post.Id).ExecuteUpdateAsync(
                row => row.SetProperty(paused => paused.Status, JobPostStatus.Paused), TestContext.Current.CancellationToken);

        var response = await api.As(viewer: 44).SendAsync(Accept, new { input = new { applicationId = application } });

        Assert.Equal("FILLED", response.Text("data.acceptApplication.jobPost.status"));
    }

    [Fact]
    public async Task Closing_a_post_waits_for_its_applications_in_the_order_in_which_everybody_takes_them()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (post, _) = await AppliedAsync(member: 46, applicant: 47);
        await api.ApplyAsync(post, applicant: 48);
        await using var db = await api.DbAsync();
        var ids = await db.Applications.Where(row => row.JobPostId == post.Id).OrderBy(row => row.Id).Select(row => row.Id)
            .ToListAsync(cancellation);
        // Rewritten, the first application lies behind the second: a scan would meet the second first.
        await db.Applications.Where(row => row.Id == ids[0]).ExecuteUpdateAsync(
            row => row.SetProperty(moved => moved.Message, "먼저 지원했어요"), cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.LockApplicationsAsync(db.Applications, [ids[0]], cancellation);

        var closing = api.As(viewer: 46).SendAsync(
            "mutation($id: ID!) { closeJobPost(input: { id: $id, filled: false }) { lapsedCount } }", new { id = post.Id() });
        while (await db.Database.SqlQuery<int>(
            $"SELECT count(*)::int AS \"Value\" FROM pg_locks WHERE NOT granted AND transactionid = pg_current_xact_id()::xid")
            .SingleAsync(cancellation) == 0)
            await Task.Yield();
        await db.LockApplicationsAsync(db.Applications, [ids[1]], cancellation);
        await transaction.CommitAsync(cancellation);

        Assert.Equal(2, (await closing)["data.closeJobPost.lapsedCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_applicant_takes_an_application_back_and_may_apply_again()
    {
        var (post, application) = await AppliedAsync(member: 30, applicant: 31);

        var withdrawn = await api.As(viewer: 31).SendAsync(Withdraw, new { id = application });
        var again = await api.ApplyAsync(post, applicant: 31);

        Assert.Equal(
            """{"status":"WITHDRAWN","history":[{"status":"SUBMITTED","byApplicant":true},"""
            + """{"status":"WITHDRAWN","byApplicant":true}]}""",
            withdrawn["data.withdrawApplication.application"]!.ToJsonString());
        Assert.NotEqual(application, again);
    }

    [Theory]
    [InlineData("stranger")]
    [InlineData("missing")]
    public async Task Somebody_elses_application_answers_like_one_that_does_not_exist(string which)
    {
        var (_, application) = await AppliedAsync(member: 32, applicant: 33);
        var stranger = await api.PersonAsync(34);
        var id = which == "stranger" ? application : GlobalId.Of(NodeType.Application, 9_999_999);

        var read = await stranger.SendAsync("query($id: ID!) { application(id: $id) { id } node(id: $id) { id } }", new { id });
        var accept = await stranger.SendAsync(Accept, new { input = new { applicationId = id } });
        var withdraw = await stranger.SendAsync(Withdraw, new { id });

        read.ShouldBe("""{"data":{"application":null,"node":null}}""");
        Assert.Equal("NOT_FOUND", accept.Text("data.acceptApplication.errors.0.code"));
        Assert.Equal("NOT_FOUND", withdraw.Text("data.withdrawApplication.errors.0.code"));
    }

    private async Task<(JobPost Post, string Application)> AppliedAsync(long member, long applicant)
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member));
        return (post, await api.ApplyAsync(post, applicant));
    }
}
