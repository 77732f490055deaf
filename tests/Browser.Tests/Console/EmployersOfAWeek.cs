using System.Net.Http.Json;
using Jobs.Experiments;
using Jobs.Persistence;
using Jobs.Schema;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Browser.Tests.Console;

/// <summary>
/// Employers with an unread application each, who open their inbox at one of two instances, see what there is to see, and read
/// the application or not: all through the contract, as the app does it.
/// </summary>
public sealed class EmployersOfAWeek(CollectingApi api, ApiInstance second)
{
    private const long FirstEmployer = 5_000;
    private const long Applicant = 4_999;
    private const int PerDay = 50;

    private const string Inbox = """
        { viewer { notices(placement: EMPLOYER_INBOX) { key title trackingToken isPreview }
                   noticePlaceholders(placement: EMPLOYER_INBOX) { trackingToken } } }
        """;

    private const string Seen = """
        mutation($token: String!, $at: DateTime!) {
          recordNoticeEvents(input: { events: [{ trackingToken: $token, type: EXPOSED, at: $at }] }) { acceptedCount }
        }
        """;

    private const string Read =
        "mutation($id: ID!) { markApplicationsRead(input: { applicationIds: [$id] }) { applications { status } } }";

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    /// <summary>How many saw the notice.</summary>
    public int Shown { get; private set; }

    /// <summary>How many of them at the second instance.</summary>
    public int ShownBySecond { get; private set; }

    /// <summary>How many saw the place without one.</summary>
    public int Held { get; private set; }

    /// <summary>What an employer's app gets at the second instance.</summary>
    public async Task<ApiResponse> AskSecondAsync() => await second.As(FirstEmployer).SendAsync(Inbox);

    /// <summary>The same with the header that a client makes of a preview link.</summary>
    public async Task<ApiResponse> PreviewAsync(string link)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = JsonContent.Create(new { query = Inbox });
        request.Headers.Authorization = new("Bearer", ApiDriver.TokenOf(FirstEmployer, api.Time.UtcNow));
        request.Headers.Add("Jobs-Notice-Preview", link);
        using var response = await second.Http.SendAsync(request, Patience);
        return await ApiResponse.ReadAsync(response);
    }

    /// <summary>The one who looks first.</summary>
    public Task ArriveAsync() => ArriveAsync(FirstEmployer);

    /// <summary>One in four reads without the notice, two in three with it.</summary>
    public async Task LiveAsync(int days)
    {
        for (var day = 0; day < days; day++)
        {
            for (var person = 0; person < PerDay; person++) await VisitAsync(day * PerDay + person);
            api.Time.Advance(TimeSpan.FromDays(1));
        }
        await Wait.UntilAsync(
            () => Queued(api.Services) + Queued(second.Services) == 0, api.Time, TimeSpan.FromMilliseconds(200));
        // What the service read on the way, while events were still on theirs, is kept for five minutes.
        api.Time.Advance(TimeSpan.FromMinutes(10));
    }

    private async Task VisitAsync(int number)
    {
        var id = FirstEmployer + number;
        var application = await ArriveAsync(id);
        var isAtSecond = number % 2 == 1; // A load balancer knows nobody.
        var viewer = isAtSecond ? second.As(id) : api.As(id);
        var inbox = await viewer.SendAsync(Inbox);
        var isShown = inbox["data.viewer.notices"]!.AsArray().Count == 1;
        var token = inbox.Text($"data.viewer.{(isShown ? "notices" : "noticePlaceholders")}.0.trackingToken");
        var reported = await viewer.SendAsync(Seen, new { token, at = api.Time.UtcNow });
        Assert.Equal(1, (int)reported["data.recordNoticeEvents.acceptedCount"]!);
        if (isShown) Assert.Equal("안 읽은 지원서는 7일 뒤 열 수 없게 돼요", inbox.Text("data.viewer.notices.0.title"));
        if (isShown && isAtSecond) ShownBySecond++;
        var nth = isShown ? ++Shown : ++Held;
        if (isShown ? nth % 3 == 0 : nth % 4 != 0) return;
        var read = await viewer.SendAsync(Read, new { id = application });
        Assert.Equal("READ", read.Text("data.markApplicationsRead.applications.0.status"));
    }

    private async Task<string> ArriveAsync(long id)
    {
        await api.As(id).SendAsync("{ __typename }"); // The first request makes the account.
        await api.As(Applicant).SendAsync("{ __typename }");
        await using var db = await api.Database.DbFactory.CreateDbContextAsync(Patience);
        if (await db.EmployerMembers.AnyAsync(member => member.UserId == id, Patience)) return await ApplicationOfAsync(db, id);
        var employer = new Employer
        {
            DisplayName = $"가게 {id}",
            Kind = EmployerKind.Business,
            NeighborhoodId = KnownNeighborhoods.Shipped.Find("1168064000")!.Id,
            VerificationLevel = VerificationLevel.Business,
            VerifiedAt = api.Time.UtcNow,
            CreatedAt = api.Time.UtcNow,
            Origin = RecordOrigin.Member,
        };
        db.Add(employer);
        await db.SaveChangesAsync(Patience);
        var post = JobPostLife.NewDraft(employer, api.Time.UtcNow);
        (post.Title, post.Description, post.WageAmount) = ("주말 홀서빙", "손님을 맞이하고 음식을 나릅니다.", 12_000);
        JobPostLife.Publish(post, employer, api.Time.UtcNow);
        db.AddRange(post, new EmployerMember { EmployerId = employer.Id, UserId = id });
        await db.SaveChangesAsync(Patience);
        db.Add(new Application
        {
            JobPostId = post.Id,
            EmployerId = employer.Id,
            ApplicantId = Applicant,
            SubmittedAt = api.Time.UtcNow,
            ApplicantDisplayName = "지원자",
        });
        await db.SaveChangesAsync(Patience);
        return await ApplicationOfAsync(db, id);
    }

    private static async Task<string> ApplicationOfAsync(JobsDb db, long member)
    {
        var employers = db.EmployerMembers.Where(row => row.UserId == member).Select(row => row.EmployerId);
        var application = await db.Applications.SingleAsync(row => employers.Contains(row.EmployerId), Patience);
        return GlobalId.Of(NodeType.Application, application.Id);
    }

    private static long Queued(IServiceProvider services) => services.GetRequiredService<AnalyticsMetrics>().Queued;
}
