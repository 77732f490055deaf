using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Schema.Tests;

public sealed class ApplyTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private const string Apply = """
        mutation Apply($input: ApplyToJobPostInput!) {
          applyToJobPost(input: $input) {
            application { status applicant { displayName ageBand phoneNumber } message
              answers { question answer } history { status byApplicant } }
            jobPost { stats { applicationCount } viewerState { canApply cannotApplyReason application { status } } }
            errors { __typename ... on UserError { code } ... on ValidationError { fields { path } }
                     ... on JobPostNotOpenError { status } ... on AgeRestrictionError { minimumAge }
                     ... on AlreadyAppliedError { application { status } } }
          }
        }
        """;

    [Fact]
    public async Task An_application_freezes_what_the_applicant_shows_and_answers_with_the_post_as_it_is_now()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 1));
        var applicant = await api.PersonAsync(10);

        var response = await applicant.SendAsync(Apply, new { input = new { jobPostId = post.Id(), message = " 열심히 하겠습니다 " } });

        response.ShouldBe("""
            {"data":{"applyToJobPost":{
              "application":{"status":"SUBMITTED","applicant":{"displayName":"Viewer 10","ageBand":"20대","phoneNumber":null},
                "message":"열심히 하겠습니다","answers":[],"history":[{"status":"SUBMITTED","byApplicant":true}]},
              "jobPost":{"stats":{"applicationCount":1},
                "viewerState":{"canApply":false,"cannotApplyReason":"ALREADY_APPLIED","application":{"status":"SUBMITTED"}}},
              "errors":null}}}
            """);
    }

    [Fact]
    public async Task Applying_twice_reports_AlreadyApplied()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 1));
        var applicant = await api.PersonAsync(11);
        await applicant.SendAsync(Apply, new { input = new { jobPostId = post.Id() } });

        var second = await applicant.SendAsync(Apply, new { input = new { jobPostId = post.Id() } });

        second.ShouldBe("""
            {"data":{"applyToJobPost":{"application":null,"jobPost":null,
              "errors":[{"__typename":"AlreadyAppliedError","code":"ALREADY_APPLIED","application":{"status":"SUBMITTED"}}]}}}
            """);
    }

    [Fact]
    public async Task Whoever_applies_while_the_post_is_closed_is_either_lapsed_or_told_so()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 1));
        var applicants = await Task.WhenAll(Enumerable.Range(1_000, 24).Select(id => api.PersonAsync(id)));

        var applying = applicants
            .Select(applicant => applicant.SendAsync(Apply, new { input = new { jobPostId = post.Id() } })).ToArray();
        await Task.WhenAny(applying);
        var closed = await api.As(viewer: 1).SendAsync(
            "mutation($id: ID!) { closeJobPost(input: { id: $id, filled: false }) { lapsedCount } }", new { id = post.Id() });
        var responses = await Task.WhenAll(applying);

        var stored = responses.Count(response => response["data.applyToJobPost.application"] is not null);
        Assert.Equal(stored, closed["data.closeJobPost.lapsedCount"]!.GetValue<int>());
        Assert.Equal(24 - stored, responses.Count(response => response["data.applyToJobPost.errors"] is not null
            && response.Text("data.applyToJobPost.errors.0.status") == "CLOSED"));
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(100, "INTERNAL_SERVER_ERROR")]
    public async Task What_is_not_so_any_more_is_asked_again_though_not_for_ever(int times, string? error)
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 1));
        var applicant = await api.PersonAsync(26);
        await using var db = await api.DbAsync();
        // As long as it lets nothing in, the statement that writes finds what it finds when somebody was faster.
        await db.Database.ExecuteSqlAsync($"""
            CREATE SEQUENCE tries;
            CREATE FUNCTION not_yet() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN IF nextval(''tries'') <= 1000 THEN RETURN NULL; END IF; RETURN NEW; END';
            CREATE TRIGGER not_yet BEFORE INSERT ON applications FOR EACH ROW EXECUTE FUNCTION not_yet()
            """, TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT setval('tries', {1_000 - times})", TestContext.Current.CancellationToken);
        try
        {
            var response = await applicant.SendAsync(Apply, new { input = new { jobPostId = post.Id() } });

            if (error is null) Assert.NotNull(response["data.applyToJobPost.application"]);
            else Assert.Equal(error, response.ErrorCode);
            var tries = await db.Database.SqlQuery<long>($"""SELECT last_value AS "Value" FROM tries""")
                .SingleAsync(TestContext.Current.CancellationToken);
            Assert.Equal(error is null ? times + 1 : 5, tries - (1_000 - times));
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"DROP FUNCTION not_yet CASCADE; DROP SEQUENCE tries", CancellationToken.None);
        }
    }

    [Fact]
    public async Task Ten_taps_at_once_make_one_application()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 1));
        var applicant = await api.PersonAsync(12);

        var responses = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => applicant.SendAsync(Apply, new { input = new { jobPostId = post.Id() } })));

        Assert.Single(responses, response => response["data.applyToJobPost.application"] is not null);
        Assert.All(
            responses.Where(response => response["data.applyToJobPost.application"] is null),
            response => Assert.Equal("ALREADY_APPLIED", response.Text("data.applyToJobPost.errors.0.code")));
    }

    [Fact]
    public async Task The_same_idempotency_key_answers_the_first_result_again()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 1));
        var applicant = await api.PersonAsync(13);
        const string operation = """
            mutation($input: ApplyToJobPostInput!) {
              applyToJobPost(input: $input) { application { id } errors { __typename } } }
            """;
        var input = new { jobPostId = post.Id(), idempotencyKey = "tap-1" };

        var responses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => applicant.SendAsync(operation, new { input })));

        Assert.Single(responses.Select(response => response.Text("data.applyToJobPost.application.id")).Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData(201)]
    public async Task A_key_that_cannot_be_kept_is_told_beside_the_other_problems(object key)
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 1));
        var applicant = await api.PersonAsync(25, birthDate: null);
        var idempotencyKey = key is int length ? new string('k', length) : key;

        var response = await applicant.SendAsync(Apply, new { input = new { jobPostId = post.Id(), idempotencyKey } });

        Assert.Equal(
            """[{"path":["idempotencyKey"]},{"path":["profile","birthDate"]}]""",
            response["data.applyToJobPost.errors.0.fields"]!.ToJsonString());
    }

    [Theory]
    [InlineData(JobPostStatus.Closed, "CLOSED")]
    [InlineData(JobPostStatus.Filled, "FILLED")]
    public async Task A_post_that_ended_takes_no_application(JobPostStatus status, string expected)
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 1));
        await using var db = await api.DbAsync();
        await db.JobPosts.Where(row => row.Id == post.Id).ExecuteUpdateAsync(
            row => row.SetProperty(p => p.Status, status).SetProperty(p => p.EndedAt, api.Time.UtcNow),
            TestContext.Current.CancellationToken);
        var applicant = await api.PersonAsync(14);

        var response = await applicant.SendAsync(Apply, new { input = new { jobPostId = post.Id() } });

        Assert.Equal(expected, response.Text("data.applyToJobPost.errors.0.status"));
    }

    [Fact]
    public async Task A_post_whose_time_ran_out_is_expired_at_once()
    {
        var post = await api.OpenPostAsync(
            await api.EmployerAsync(member: 1),
            draft => (draft.PublishedAt, draft.ExpiresAt) = (api.Time.UtcNow.AddDays(-3), api.Time.UtcNow.AddMinutes(-1)));
        var applicant = await api.PersonAsync(15);

        var response = await applicant.SendAsync(Apply, new { input = new { jobPostId = post.Id() } });

        Assert.Equal("EXPIRED", response.Text("data.applyToJobPost.errors.0.status"));
    }

    [Fact]
    public async Task Required_questions_want_an_answer_and_answers_want_a_question()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 1));
        var question = await api.InsertAsync(
            new ScreeningQuestion { JobPostId = post.Id, Position = 0, Text = "경력이 있나요?", IsRequired = true });
        var applicant = await api.PersonAsync(16);
        var questionId = GlobalId.Of(NodeType.ScreeningQuestion, question.Id);
        var foreign = GlobalId.Of(NodeType.ScreeningQuestion, question.Id + 1_000);

        var refused = await applicant.SendAsync(Apply, new
        {
            input = new { jobPostId = post.Id(), answers = new[] { new { questionId = foreign, answer = "네" } } },
        });
        var accepted = await applicant.SendAsync(Apply, new
        {
            input = new { jobPostId = post.Id(), answers = new[] { new { questionId, answer = "네, 1년" } } },
        });

        Assert.Equal(
            """[{"path":["answers","0","questionId"]},{"path":["answers"]}]""",
            refused["data.applyToJobPost.errors.0.fields"]!.ToJsonString());
        Assert.Equal("네, 1년", accepted.Text("data.applyToJobPost.application.answers.0.answer"));
    }

    [Fact]
    public async Task Without_a_birth_date_nobody_applies()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 1));
        var applicant = await api.PersonAsync(17, birthDate: null);

        var response = await applicant.SendAsync(Apply, new { input = new { jobPostId = post.Id() } });

        Assert.Equal("""[{"path":["profile","birthDate"]}]""", response["data.applyToJobPost.errors.0.fields"]!.ToJsonString());
    }

    [Fact]
    public async Task Night_work_is_closed_to_minors()
    {
        var post = await api.OpenPostAsync(
            await api.EmployerAsync(member: 1), draft => (draft.StartMinute, draft.EndMinute) = (22 * 60, 6 * 60));
        var minor = await api.PersonAsync(18, birthDate: $"{api.Time.UtcNow.Year - 16}-01-01");

        var response = await minor.SendAsync(Apply, new { input = new { jobPostId = post.Id() } });

        Assert.Equal(18, response["data.applyToJobPost.errors.0.minimumAge"]!.GetValue<int>());
    }

    [Fact]
    public async Task Members_do_not_apply_to_their_own_post()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 19));

        var response = await (await api.PersonAsync(19)).SendAsync(Apply, new { input = new { jobPostId = post.Id() } });

        Assert.Equal("FORBIDDEN", response.Text("data.applyToJobPost.errors.0.code"));
    }

    [Fact]
    public async Task People_who_blocked_each_other_do_not_meet()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 20));
        var applicant = await api.PersonAsync(21);
        await api.InsertAsync(new UserBlock { BlockerId = 20, BlockedId = 21, CreatedAt = api.Time.UtcNow });

        var response = await applicant.SendAsync(Apply, new { input = new { jobPostId = post.Id() } });

        Assert.Equal("BLOCKED", response.Text("data.applyToJobPost.errors.0.code"));
    }

    [Fact]
    public async Task A_draft_is_not_there_for_an_applicant()
    {
        var employer = await api.EmployerAsync(member: 1);
        var draft = await api.InsertAsync(JobPostLife.NewDraft(employer, api.Time.UtcNow));
        var applicant = await api.PersonAsync(22);

        var response = await applicant.SendAsync(Apply, new { input = new { jobPostId = draft.Id() } });

        Assert.Equal("NOT_FOUND", response.Text("data.applyToJobPost.errors.0.code"));
    }

    [Fact]
    public async Task Nobody_in_particular_cannot_apply()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 1));

        var response = await api.Anonymous.SendAsync(Apply, new { input = new { jobPostId = post.Id() } });

        Assert.Equal("UNAUTHENTICATED", response.ErrorCode);
    }

    [Fact]
    public async Task The_phone_number_reaches_members_only_and_only_if_shared()
    {
        var employer = await api.EmployerAsync(member: 23);
        var (shared, kept) = (await api.OpenPostAsync(employer), await api.OpenPostAsync(employer));
        var applicant = await api.PersonAsync(24, phoneNumber: "010-0000-0024");
        await applicant.SendAsync(Apply, new { input = new { jobPostId = shared.Id(), sharePhoneNumber = true } });
        await applicant.SendAsync(Apply, new { input = new { jobPostId = kept.Id() } });
        const string inbox =
            "query($id: ID!) { employer(id: $id) { applications(sort: OLDEST) { nodes { applicant { phoneNumber } } } } }";

        var response = await api.As(viewer: 23).SendAsync(inbox, new { id = employer.Id() });

        Assert.Equal(
            """[{"applicant":{"phoneNumber":"010-0000-0024"}},{"applicant":{"phoneNumber":null}}]""",
            response["data.employer.applications.nodes"]!.ToJsonString());
    }
}
