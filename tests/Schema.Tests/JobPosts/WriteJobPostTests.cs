using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Schema.Tests;

public sealed class WriteJobPostTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private const string Create = """
        mutation($input: CreateJobPostInput!) { createJobPost(input: $input) {
          jobPost { id status version title wage { hourlyEquivalent meetsMinimumWage weeklyHolidayPayApplies } minimumAge
            schedule { startTime endTime isOvernight bands weeklyHours } workplace { isExact } }
          errors { __typename ... on UserError { code } ... on ValidationError { fields { path } }
                   ... on BelowMinimumWageError { hourlyEquivalent }
                   ... on DiscriminatoryTextError { matches { path text offset } } ... on VerificationRequiredError { required }
                   ... on AgeRestrictionError { minimumAge } } } }
        """;

    private const string Update = """
        mutation($input: UpdateJobPostInput!) { updateJobPost(input: $input) {
          jobPost { version title questions { id text isRequired } }
          errors { __typename ... on UserError { code } ... on ConflictError { currentVersion }
                   ... on JobPostTransitionError { from allowed } } } }
        """;

    private static readonly object Evenings = new
    {
        length = "LONG_TERM",
        days = new[] { "FRIDAY", "SATURDAY", "SUNDAY" },
        startTime = "18:00",
        endTime = "24:00",
        breakMinutes = 30,
    };

    private static object Content(
        string title = "저녁 홀서빙", string wageType = "HOURLY", int amount = 12_000, object? schedule = null) =>
        new
        {
            title,
            description = "손님을 맞이하고 음식을 나릅니다.",
            categoryId = GlobalId.Of(NodeType.JobCategory, KnownJobCategories.Find("restaurant")!.Id),
            workplace = new { neighborhoodId = GlobalId.Of(NodeType.Neighborhood, Board.Yeoksam.Id) },
            wage = new { type = wageType, amount },
            schedule = schedule ?? Evenings,
        };

    [Fact]
    public async Task A_post_is_written_and_published_in_one_step()
    {
        var employer = await api.EmployerAsync(member: 1);

        var response = await api.As(viewer: 1).SendAsync(
            Create, new { input = new { employerId = employer.Id(), content = Content(), publish = true } });

        Assert.Null(response["data.createJobPost.errors"]);
        Assert.Equal("OPEN", response.Text("data.createJobPost.jobPost.status"));
        Assert.Equal(
            """{"startTime":"18:00","endTime":"24:00","isOvernight":false,"bands":["EVENING","NIGHT"],"weeklyHours":16.5}""",
            response["data.createJobPost.jobPost.schedule"]!.ToJsonString());
        Assert.Equal(
            """{"hourlyEquivalent":12000,"meetsMinimumWage":true,"weeklyHolidayPayApplies":true}""",
            response["data.createJobPost.jobPost.wage"]!.ToJsonString());
    }

    [Fact]
    public async Task A_draft_may_be_half_written_and_is_seen_by_members_only()
    {
        var employer = await api.EmployerAsync(member: 2);
        var created = await api.As(viewer: 2).SendAsync(
            Create, new { input = new { employerId = employer.Id(), content = new { title = "초안" } } });
        var id = created.Text("data.createJobPost.jobPost.id");
        const string read = "query($id: ID!) { jobPost(id: $id) { status } }";

        Assert.Equal("DRAFT", (await api.As(viewer: 2).SendAsync(read, new { id })).Text("data.jobPost.status"));
        (await api.Anonymous.SendAsync(read, new { id })).ShouldBe("""{"data":{"jobPost":null}}""");
    }

    [Fact]
    public async Task Everything_that_keeps_a_post_from_being_shown_is_told_at_once_and_nothing_is_stored()
    {
        var employer = await api.EmployerAsync(member: 3, VerificationLevel.Person);
        var monthly = new
        {
            length = "LONG_TERM",
            days = new[] { "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY" },
            startTime = "09:00",
            endTime = "18:00",
            breakMinutes = 60,
        };

        var response = await api.As(viewer: 3).SendAsync(Create, new
        {
            input = new
            {
                employerId = employer.Id(),
                content = Content("여성만 지원 가능", "MONTHLY", 1_500_000, monthly),
                publish = true,
            },
        });
        var posts = await api.As(viewer: 3).SendAsync(
            "query($id: ID!) { employer(id: $id) { jobPosts { nodes { id } } } }", new { id = employer.Id() });

        Assert.Equal(
            """[{"__typename":"BelowMinimumWageError","code":"BELOW_MINIMUM_WAGE","hourlyEquivalent":7177},"""
            + """{"__typename":"DiscriminatoryTextError","code":"DISCRIMINATORY_TEXT","matches":["""
            + """{"path":["content","title"],"text":"여성만","offset":0}]},"""
            + """{"__typename":"VerificationRequiredError","code":"VERIFICATION_REQUIRED","required":"BUSINESS"}]""",
            response["data.createJobPost.errors"]!.ToJsonString(
                new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Empty(posts["data.employer.jobPosts.nodes"]!.AsArray());
    }

    [Fact]
    public async Task All_wrong_members_are_named_by_their_paths()
    {
        var employer = await api.EmployerAsync(member: 4);
        var response = await api.As(viewer: 4).SendAsync(Create, new
        {
            input = new
            {
                employerId = employer.Id(),
                content = new
                {
                    title = "   ",
                    headcount = 0,
                    wage = new { type = "DAILY", amount = -1 },
                    schedule = new { length = "ONE_OFF", startTime = "24:00" },
                    questions = Enumerable.Range(0, 6).Select(number => new { text = $"질문 {number}" }),
                },
            },
        });

        Assert.Equal(
            """[{"path":["content","title"]},{"path":["content","wage","amount"]},"""
            + """{"path":["content","schedule","endTime"]},{"path":["content","schedule","startTime"]},"""
            + """{"path":["content","headcount"]},{"path":["content","questions"]}]""",
            response["data.createJobPost.errors.0.fields"]!.ToJsonString());
    }

    [Fact]
    public async Task What_is_missing_is_told_together_with_what_is_wrong_and_each_member_once()
    {
        var employer = await api.EmployerAsync(member: 15);
        var content = new
        {
            title = " ",
            wage = new { type = "HOURLY", amount = 0 },
            schedule = new { length = "ONE_OFF", breakMinutes = -1 },
        };

        var response = await api.As(viewer: 15).SendAsync(
            Create, new { input = new { employerId = employer.Id(), content, publish = true, idempotencyKey = "" } });

        Assert.Equal(
            """[{"path":["idempotencyKey"]},{"path":["content","title"]},{"path":["content","wage","amount"]},"""
            + """{"path":["content","schedule","breakMinutes"]},{"path":["content","description"]}]""",
            response["data.createJobPost.errors.0.fields"]!.ToJsonString());
    }

    [Fact]
    public async Task The_problems_of_one_post_are_not_those_of_the_next_in_the_same_request()
    {
        var employer = await api.EmployerAsync(member: 16);

        var response = await api.As(viewer: 16).SendAsync("""
            mutation($id: ID!) {
              wrong: createJobPost(input: { employerId: $id, content: { headcount: 0 } }) {
                jobPost { status } errors { __typename } }
              right: createJobPost(input: { employerId: $id, content: { headcount: 1 } }) {
                jobPost { status } errors { __typename } } }
            """, new { id = employer.Id() });

        response.ShouldBe("""
            {"data":{"wrong":{"jobPost":null,"errors":[{"__typename":"ValidationError"}]},
              "right":{"jobPost":{"status":"DRAFT"},"errors":null}}}
            """);
    }

    [Fact]
    public async Task The_same_idempotency_key_writes_one_post()
    {
        var employer = await api.EmployerAsync(member: 17);
        var member = api.As(viewer: 17);
        var input = new { employerId = employer.Id(), content = new { title = "초안" }, idempotencyKey = "write-1" };

        var responses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => member.SendAsync(Create, new { input })));

        Assert.Single(responses.Select(response => response.Text("data.createJobPost.jobPost.id")).Distinct());
    }

    [Theory]
    [InlineData("1168064000", 397.5, 127.03)] // Once around the earth from Yeoksam.
    [InlineData("5013025000", 32.95, 126.25)] // South of Jeju's coast.
    [InlineData("1168064000", 35.1, 129.0)] // Busan.
    public async Task A_point_that_is_not_around_its_neighbourhood_is_named(string code, double latitude, double longitude)
    {
        var employer = await api.EmployerAsync(member: 18);
        var neighborhoodId = GlobalId.Of(NodeType.Neighborhood, KnownNeighborhoods.Shipped.Find(code)!.Id);
        var workplace = new { neighborhoodId, point = new { latitude, longitude } };

        var response = await api.As(viewer: 18).SendAsync(
            Create, new { input = new { employerId = employer.Id(), content = new { workplace } } });

        Assert.Equal(
            """[{"path":["content","workplace","point"]}]""", response["data.createJobPost.errors.0.fields"]!.ToJsonString());
    }

    [Fact]
    public async Task A_category_beyond_the_known_ones_is_none_of_them()
    {
        var employer = await api.EmployerAsync(member: 19);
        var categoryId = GlobalId.Of(NodeType.JobCategory, (1L << 32) + 2);

        var response = await api.As(viewer: 19).SendAsync(
            Create, new { input = new { employerId = employer.Id(), content = new { categoryId } } });

        Assert.Equal("""[{"path":["content","categoryId"]}]""", response["data.createJobPost.errors.0.fields"]!.ToJsonString());
    }

    [Fact]
    public async Task Nobody_publishes_work_that_is_nowhere()
    {
        var employer = await api.EmployerAsync(member: 20);
        await using (var db = await api.DbAsync())
            await db.Employers.Where(row => row.Id == employer.Id).ExecuteUpdateAsync(
                row => row.SetProperty(shop => shop.NeighborhoodId, (long?)null), TestContext.Current.CancellationToken);
        var content = new { title = "홀서빙", description = "음식을 나릅니다.", wage = new { type = "HOURLY", amount = 12_000 } };

        var response = await api.As(viewer: 20).SendAsync(
            Create, new { input = new { employerId = employer.Id(), content, publish = true } });

        Assert.Equal("""[{"path":["content","workplace"]}]""", response["data.createJobPost.errors.0.fields"]!.ToJsonString());
    }

    [Fact]
    public async Task Minors_are_not_invited_to_work_that_is_closed_to_them()
    {
        var employer = await api.EmployerAsync(member: 5);
        var night = new { length = "LONG_TERM", startTime = "22:00", endTime = "06:00" };

        var response = await api.As(viewer: 5).SendAsync(Create, new
        {
            input = new { employerId = employer.Id(), content = Content("야간 편의점, 고등학생 가능", schedule: night), publish = true },
        });

        Assert.Equal(
            """[{"__typename":"AgeRestrictionError","code":"AGE_RESTRICTION","minimumAge":18}]""",
            response["data.createJobPost.errors"]!.ToJsonString());
    }

    [Fact]
    public async Task An_edit_from_a_stale_version_is_a_conflict()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 6));
        var member = api.As(viewer: 6);

        var first = await member.SendAsync(
            Update, new { input = new { id = post.Id(), version = 1, content = new { title = "새 제목" } } });
        var stale = await member.SendAsync(
            Update, new { input = new { id = post.Id(), version = 1, content = new { title = "늦은 제목" } } });

        Assert.Equal(2, first["data.updateJobPost.jobPost.version"]!.GetValue<int>());
        Assert.Equal(2, stale["data.updateJobPost.errors.0.currentVersion"]!.GetValue<int>());
    }

    [Fact]
    public async Task Of_ten_edits_at_once_one_wins_and_nine_are_conflicts()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 7));
        var member = api.As(viewer: 7);

        var responses = await Task.WhenAll(Enumerable.Range(0, 10).Select(number =>
            member.SendAsync(Update, new
            {
                input = new
                {
                    id = post.Id(),
                    version = 1,
                    content = new { title = $"제목 {number}", questions = new[] { new { text = $"질문 {number}" } } },
                },
            })));

        Assert.Single(responses, response => response["data.updateJobPost.jobPost"] is not null);
        Assert.All(responses.Where(response => response["data.updateJobPost.jobPost"] is null),
            response => Assert.Equal("CONFLICT", response.Text("data.updateJobPost.errors.0.code")));
    }

    [Fact]
    public async Task A_question_that_stays_keeps_its_id_and_a_changed_one_is_new()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 8));
        var member = api.As(viewer: 8);
        object Questions(int version, params string[] texts) =>
            new { input = new { id = post.Id(), version, content = new { questions = texts.Select(text => new { text }) } } };

        var first = await member.SendAsync(Update, Questions(1, "경력이 있나요?", "주말에 되나요?"));
        var second = await member.SendAsync(Update, Questions(2, "경력이 있나요?", "평일에 되나요?"));

        Assert.Equal(
            first.Text("data.updateJobPost.jobPost.questions.0.id"), second.Text("data.updateJobPost.jobPost.questions.0.id"));
        Assert.NotEqual(
            first.Text("data.updateJobPost.jobPost.questions.1.id"), second.Text("data.updateJobPost.jobPost.questions.1.id"));
    }

    [Fact]
    public async Task Publishing_a_draft_checks_it_and_publishing_twice_is_a_transition_that_does_not_exist()
    {
        const string publish = """
            mutation($id: ID!) { publishJobPost(input: { id: $id }) { jobPost { status publishedAt }
              errors { __typename ... on ValidationError { fields { path } } ... on JobPostTransitionError { from allowed } } } }
            """;
        var employer = await api.EmployerAsync(member: 9);
        var member = api.As(viewer: 9);
        var empty = await api.InsertAsync(JobPostLife.NewDraft(employer, api.Time.UtcNow));
        var open = await api.OpenPostAsync(employer);

        var incomplete = await member.SendAsync(publish, new { id = empty.Id() });
        var twice = await member.SendAsync(publish, new { id = open.Id() });

        Assert.Equal(
            """[{"path":["content","title"]},{"path":["content","description"]},{"path":["content","wage"]}]""",
            incomplete["data.publishJobPost.errors.0.fields"]!.ToJsonString());
        Assert.Equal(
            """[{"__typename":"JobPostTransitionError","from":"OPEN","allowed":["CLOSED","FILLED"]}]""",
            twice["data.publishJobPost.errors"]!.ToJsonString());
    }

    [Fact]
    public async Task Closing_a_post_lapses_what_was_undecided()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 10));
        foreach (var applicant in new[] { 11, 12 })
            await api.ApplyAsync(post, applicant);

        var response = await api.As(viewer: 10).SendAsync("""
            mutation($id: ID!) { closeJobPost(input: { id: $id, filled: false }) {
              jobPost { status endedAt } lapsedCount errors { __typename } } }
            """, new { id = post.Id() });
        var own = await api.As(viewer: 11).SendAsync(
            "{ viewer { applications { nodes { status history { status byApplicant } } } } }");

        Assert.Equal("CLOSED", response.Text("data.closeJobPost.jobPost.status"));
        Assert.Equal(2, response["data.closeJobPost.lapsedCount"]!.GetValue<int>());
        Assert.Equal(
            """[{"status":"LAPSED","history":[{"status":"SUBMITTED","byApplicant":true},"""
            + """{"status":"LAPSED","byApplicant":false}]}]""",
            own["data.viewer.applications.nodes"]!.ToJsonString());
    }

    [Fact]
    public async Task Somebody_elses_post_cannot_be_touched_and_answers_like_a_missing_one()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 13));
        var stranger = await api.PersonAsync(14);
        foreach (var id in new[] { post.Id(), GlobalId.Of(NodeType.JobPost, 9_999_999) })
        {
            var update = await stranger.SendAsync(
                Update, new { input = new { id, version = 1, content = new { title = "남의 공고" } } });
            var close = await stranger.SendAsync(
                "mutation($id: ID!) { closeJobPost(input: { id: $id, filled: true }) { errors { ... on UserError { code } } } }",
                new { id });

            Assert.Equal("NOT_FOUND", update.Text("data.updateJobPost.errors.0.code"));
            Assert.Equal("NOT_FOUND", close.Text("data.closeJobPost.errors.0.code"));
        }
    }
}
