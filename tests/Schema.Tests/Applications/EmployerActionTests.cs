using Jobs.Persistence;
using Jobs.Testing;

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
          errors { __typename ... on UserError { code } ... on ApplicationTransitionError { from allowed } ... on AgeRestrictionError { minimumAge } } } }
        """;

    private const string Reject = """
        mutation($ids: [ID!]!) { rejectApplications(input: { applicationIds: $ids }) {
          applications { status } errors { __typename ... on UserError { code } ... on ApplicationTransitionError { from allowed } } } }
        """;

    private const string Withdraw = """
        mutation($id: ID!) { withdrawApplication(input: { applicationId: $id, reason: "다른 일을 구했어요" }) {
          application { status history { status byApplicant } } errors { __typename ... on UserError { code } ... on ApplicationTransitionError { from allowed } } } }
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
        var other = await ApplyAsync(post, applicant: 14);

        var response = await api.As(viewer: 5).SendAsync(Accept, new { input = new { applicationId = application } });
        var lapsed = await api.As(viewer: 14).SendAsync("query($id: ID!) { application(id: $id) { status } }", new { id = other });

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

        var first = await member.SendAsync(Accept, new { input = new { applicationId = await ApplyAsync(forTwo, 15) } });
        var kept = await member.SendAsync(Accept, new { input = new { applicationId = await ApplyAsync(forOne, 15), closeWhenFull = false } });

        Assert.Equal("OPEN", first.Text("data.acceptApplication.jobPost.status"));
        Assert.Equal("OPEN", kept.Text("data.acceptApplication.jobPost.status"));
    }

    [Fact]
    public async Task Two_members_who_accept_the_last_place_at_once_fill_the_post_once()
    {
        var employer = await api.EmployerAsync(member: 7);
        var post = await api.OpenPostAsync(employer);
        var (one, two) = (await ApplyAsync(post, 16), await ApplyAsync(post, 17));
        var member = api.As(viewer: 7);

        var responses = await Task.WhenAll(
            member.SendAsync(Accept, new { input = new { applicationId = one } }), member.SendAsync(Accept, new { input = new { applicationId = two } }));

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
        var second = await ApplyAsync(post, applicant: 20);
        var (_, elsewhere) = await AppliedAsync(member: 9, applicant: 19);
        var member = api.As(viewer: 9);

        var mixed = await member.SendAsync(Reject, new { ids = new[] { first, elsewhere } });
        var both = await member.SendAsync(Reject, new { ids = new[] { second, first } });

        Assert.Equal("VALIDATION", mixed.Text("data.rejectApplications.errors.0.code"));
        Assert.Equal("""[{"status":"REJECTED"},{"status":"REJECTED"}]""", both["data.rejectApplications.applications"]!.ToJsonString());
    }

    [Fact]
    public async Task An_applicant_takes_an_application_back_and_may_apply_again()
    {
        var (post, application) = await AppliedAsync(member: 30, applicant: 31);

        var withdrawn = await api.As(viewer: 31).SendAsync(Withdraw, new { id = application });
        var again = await ApplyAsync(post, applicant: 31);

        Assert.Equal(
            """{"status":"WITHDRAWN","history":[{"status":"SUBMITTED","byApplicant":true},{"status":"WITHDRAWN","byApplicant":true}]}""",
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
        return (post, await ApplyAsync(post, applicant));
    }

    private async Task<string> ApplyAsync(JobPost post, long applicant)
    {
        var response = await (await api.PersonAsync(applicant)).SendAsync(
            "mutation($id: ID!) { applyToJobPost(input: { jobPostId: $id }) { application { id } } }", new { id = post.Id() });
        return response.Text("data.applyToJobPost.application.id");
    }
}
