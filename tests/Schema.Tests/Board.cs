using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Schema.Tests;

/// <summary>People, shops and posts that a test needs before it can say what it is about.</summary>
internal static class Board
{
    public static readonly Neighborhood Yeoksam = KnownNeighborhoods.Shipped.Find("1168064000")!;

    private static long lastPerson = 10_000;

    /// <summary>The number of a person whom no other test knows. The next hundred are nobody's either.</summary>
    public static long NextPerson() => Interlocked.Add(ref lastPerson, 100);

    public static string Id(this JobPost post) => GlobalId.Of(NodeType.JobPost, post.Id);

    public static string Id(this Employer employer) => GlobalId.Of(NodeType.Employer, employer.Id);

    /// <summary>A verified shop with one member.</summary>
    public static async Task<Employer> EmployerAsync(
        this ApiDriver api, long member,
        VerificationLevel verification = VerificationLevel.Business, EmployerKind kind = EmployerKind.Business)
    {
        await api.PersonAsync(member);
        var employer = await api.InsertAsync(new Employer
        {
            DisplayName = "역삼 김밥",
            Kind = kind,
            NeighborhoodId = Yeoksam.Id,
            VerificationLevel = verification,
            VerifiedAt = verification == VerificationLevel.None ? null : api.Time.UtcNow,
            CreatedAt = api.Time.UtcNow,
            Origin = RecordOrigin.Member,
        });
        await api.InsertAsync(new EmployerMember { EmployerId = employer.Id, UserId = member });
        return employer;
    }

    /// <summary>A person old enough for any work, unless said otherwise.</summary>
    public static async Task<ApiViewer> PersonAsync(
        this ApiDriver api, long id, string? birthDate = "1999-05-05", string? phoneNumber = null)
    {
        var viewer = api.As(viewer: id);
        await viewer.SendAsync("{ __typename }"); // The first request makes the account.
        await using var db = await api.DbAsync();
        DateOnly? born = birthDate is null ? null : DateOnly.Parse(birthDate, System.Globalization.CultureInfo.InvariantCulture);
        await db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(
            user => user.SetProperty(row => row.BirthDate, born).SetProperty(row => row.PhoneNumber, phoneNumber));
        return viewer;
    }

    /// <summary>An open post around Yeoksam 1-dong, changed by the test where it matters.</summary>
    public static async Task<JobPost> OpenPostAsync(this ApiDriver api, Employer employer, Action<JobPost>? change = null)
    {
        var post = JobPostLife.NewDraft(employer, api.Time.UtcNow);
        (post.Title, post.Description, post.WageAmount) = ("주말 홀서빙", "손님을 맞이하고 음식을 나릅니다.", 12_000);
        post.Days = WorkDays.Saturday | WorkDays.Sunday;
        (post.StartMinute, post.EndMinute) = (10 * 60, 16 * 60);
        change?.Invoke(post);
        JobPostLife.Publish(post, employer, post.PublishedAt ?? api.Time.UtcNow);
        return await api.InsertAsync(post);
    }

    /// <summary>An application of a person old enough for any work: its id.</summary>
    public static async Task<string> ApplyAsync(this ApiDriver api, JobPost post, long applicant)
    {
        var response = await (await api.PersonAsync(applicant)).SendAsync(
            "mutation($id: ID!) { applyToJobPost(input: { jobPostId: $id }) { application { id } } }", new { id = post.Id() });
        return response.Text("data.applyToJobPost.application.id");
    }

    public static Task<JobsDb> DbAsync(this ApiDriver api) =>
        api.Services.GetRequiredService<IDbContextFactory<JobsDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
}
