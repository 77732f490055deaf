using System.Text;
using Jobs.Experiments;
using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Schema.Tests;

/// <summary>From a GraphQL request through spool, HTTP and collector to the export, in the running service.</summary>
public sealed class BoardEventTests(CollectingApi api) : IClassFixture<CollectingApi>
{
    private const string Apply = """
        mutation($id: ID!, $message: String) {
          applyToJobPost(input: { jobPostId: $id, message: $message, sharePhoneNumber: true }) { application { id } } }
        """;

    private const string Read =
        "mutation($id: ID!) { markApplicationsRead(input: { applicationIds: [$id] }) { errors { __typename } } }";
    private const string Accept =
        "mutation($id: ID!) { acceptApplication(input: { applicationId: $id }) { application { status } } }";

    [Fact]
    public async Task What_happens_to_an_application_is_told_of_both_sides()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 1));
        var seeker = await api.PersonAsync(2);
        var application = (await seeker.SendAsync(Apply, new { id = post.Id() })).Text("data.applyToJobPost.application.id");
        api.Time.Advance(TimeSpan.FromMinutes(95));
        await api.As(viewer: 1).SendAsync(Read, new { id = application });
        await api.As(viewer: 1).SendAsync(Read, new { id = application });
        await api.As(viewer: 1).SendAsync(Accept, new { id = application });

        var (member, applicant) = (await AnalyticsIdAsync(1), await AnalyticsIdAsync(2));
        var events = await OfPostAsync(post, count: 6);
        Assert.Equal(
            [
                ("application_submitted", null, applicant), ("application_read", "employer", member),
                ("application_read", "applicant", applicant), ("application_accepted", "employer", member),
                ("application_accepted", "applicant", applicant), ("job_post_closed", null, member),
            ],
            events.Select(told => (told.Name, told.Text("side"), told.AnalyticsId!.Value)));
        Assert.All(
            events.Where(told => told.Name == "application_read"), read => Assert.Equal(95, read.Number("minutes_to_read")));
        Assert.Equal("FILLED", events[^1].Text("reason"));
    }

    [Fact]
    public async Task A_decision_on_an_unopened_application_is_its_first_reading()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 11));
        var application = await api.ApplyAsync(post, applicant: 12);
        await api.As(viewer: 11).SendAsync(
            "mutation($id: ID!) { rejectApplications(input: { applicationIds: [$id] }) { errors { __typename } } }",
            new { id = application });
        Assert.Equal(
            ["application_submitted", "application_read", "application_read", "application_rejected", "application_rejected"],
            (await OfPostAsync(post, count: 5)).Select(told => told.Name));
    }

    [Fact]
    public async Task Nothing_is_told_of_what_did_not_happen()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 21));
        var seeker = await api.PersonAsync(22, birthDate: null); // Cannot apply.
        await seeker.SendAsync(Apply, new { id = post.Id() });
        const string save = "mutation($id: ID!) { saveJobPost(input: { jobPostId: $id }) { jobPost { id } } }";
        await seeker.SendAsync(save, new { id = post.Id() });
        await seeker.SendAsync(save, new { id = post.Id() });
        await seeker.SendAsync("query($id: ID!) { jobPost(id: $id) { id } }", new { id = post.Id() });
        Assert.Equal(["job_post_saved", "job_post_viewed"], (await OfPostAsync(post, count: 2)).Select(told => told.Name));
    }

    [Fact]
    public async Task Names_numbers_and_messages_never_leave_the_board()
    {
        const string phone = "010-9876-5432";
        const string message = "canary message of a person";
        const string keyword = "canary keyword";
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 31), written => written.Title = "canary title");
        var seeker = await api.PersonAsync(32, phoneNumber: phone);
        await using (var db = await api.DbAsync())
            await db.Users.Where(user => user.Id == 32).ExecuteUpdateAsync(
                user => user.SetProperty(row => row.DisplayName, "canary name"), TestContext.Current.CancellationToken);
        await seeker.SendAsync(
            "query($keyword: String) { jobPosts(filter: { keyword: $keyword }) { nodes { id } } }", new { keyword });
        var applied = await seeker.SendAsync(Apply, new { id = post.Id(), message });
        var application = applied.Text("data.applyToJobPost.application.id");
        await seeker.SendAsync(
            """
            mutation($id: ID!) { withdrawApplication(input: { applicationId: $id, reason: "canary reason" }) { application { id } } }
            """, new { id = application });
        Assert.Equal(2, (await OfPostAsync(post, count: 2)).Count);

        var files = Directory.GetFiles(api.Folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "lock").ToList();
        Assert.Contains(files, file => file.EndsWith(".mailbox", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var text = await ReadSharedAsync(file);
            Assert.DoesNotContain("canary", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("9876", text, StringComparison.Ordinal);
            Assert.DoesNotContain("역삼", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_collected_is_read_back_like_an_export()
    {
        var post = await api.OpenPostAsync(await api.EmployerAsync(member: 41));
        await api.ApplyAsync(post, applicant: 42);
        await OfPostAsync(post, count: 1);
        var export = api.Services.GetRequiredService<RawExport>();
        var (from, to) = (api.Time.UtcNow.AddDays(-1), api.Time.UtcNow.AddDays(1));
        var read = await export.ReadAsync(from, to, ["application_submitted"], TestContext.Current.CancellationToken)
            .Where(told => told.Number("job_post_id") == post.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(await AnalyticsIdAsync(42), Assert.Single(read).AnalyticsId);
    }

    [Fact]
    public async Task A_device_is_merged_with_its_person_and_stands_alone_before()
    {
        await api.PersonAsync(52);
        const string feed = """{"query":"{ jobPosts(first: 1) { nodes { id } } }"}""";
        await SendAsync("phone-of-52", token: null);
        await SendAsync("phone-of-52", ApiDriver.TokenOf(52, api.Time.UtcNow));
        await SendAsync("no device; but words", token: null);

        var events = await api.UntilAsync(all => OfDevice(all).Count() >= 2);
        var person = await AnalyticsIdAsync(52);
        Assert.Equal(
            [("$device:phone-of-52", null), ($"{person}", $"{person}")],
            OfDevice(events).Select(told => (told.DistinctId, told.Text("$user_id"))));
        Assert.DoesNotContain(events, told => told.DistinctId.Contains("words", StringComparison.Ordinal));

        static IEnumerable<ExportedEvent> OfDevice(IEnumerable<ExportedEvent> all) =>
            all.Where(told => told.Text("$device_id") == "phone-of-52").DistinctBy(told => told.InsertId);

        async Task SendAsync(string device, string? token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = new StringContent(feed, Encoding.UTF8, "application/json"),
            };
            request.Headers.TryAddWithoutValidation("X-Device-Id", device);
            if (token is not null) request.Headers.Authorization = new("Bearer", token);
            using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
            response.EnsureSuccessStatusCode();
        }
    }

    private async Task<IReadOnlyList<ExportedEvent>> OfPostAsync(JobPost post, int count)
    {
        var events = await api.UntilAsync(all => Of(all).Count() >= count);
        return [.. Of(events)];

        // The clock of these tests jumps over the time limit of requests: what was under way is sent again.
        IEnumerable<ExportedEvent> Of(IEnumerable<ExportedEvent> all) =>
            all.Where(told => told.Number("job_post_id") == post.Id).DistinctBy(told => told.InsertId);
    }

    private async Task<Guid> AnalyticsIdAsync(long viewer)
    {
        await using var db = await api.DbAsync();
        return await db.Users.Where(user => user.Id == viewer).Select(user => user.AnalyticsId)
            .SingleAsync(TestContext.Current.CancellationToken);
    }

    // The service has its mailbox open.
    private static async Task<string> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
