using Jobs.Persistence.Tests.Model;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence.Tests.Feed;

public sealed class ApplicationInboxTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset Now = Some.Now;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly IDbContextFactory<JobsDb> dbFactory = JobsDb.CreateFactory(database.DataSource);
    private readonly ApplicationInbox inbox = new(database.RoundTrips);

    [Theory]
    [InlineData(ApplicationSort.Newest)]
    [InlineData(ApplicationSort.Oldest)]
    [InlineData(ApplicationSort.UnreadFirst)]
    public async Task Every_order_walks_all_applications_once(ApplicationSort sort)
    {
        await using var db = dbFactory.CreateDbContext();
        var (post, applications) = await FillAsync(db, 23);
        var expected = (sort switch
        {
            ApplicationSort.Newest => applications.OrderByDescending(sent => (sent.SubmittedAt, sent.Id)),
            ApplicationSort.Oldest => applications.OrderBy(sent => (sent.SubmittedAt, sent.Id)),
            _ => applications.OrderByDescending(sent => (sent.Status == ApplicationStatus.Submitted, sent.SubmittedAt, sent.Id)),
        }).Select(sent => sent.Id);

        var query = new ApplicationInboxQuery { EmployerId = post.EmployerId, Sort = sort, Limit = 4 };
        var seen = new List<long>();
        while (await inbox.PageAsync(query, Cancellation) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(sent => sent.Id));
            query = query with { After = ApplicationCursor.Of(page[^1]) };
        }
        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task Counts_tell_all_and_those_that_nobody_opened()
    {
        await using var db = dbFactory.CreateDbContext();
        var (post, applications) = await FillAsync(db, 9);
        var reader = applications.First(sent => sent.ReadAt != null).ApplicantId;
        var unread = applications.Count(sent => sent.Status == ApplicationStatus.Submitted);

        Assert.Equal(new(9, unread),
            await inbox.CountAsync(new() { JobPostId = post.Id, Limit = 1 }, Cancellation));
        Assert.Equal(new(0, 0), await inbox.CountAsync(new() { JobPostId = -1 }, Cancellation));
        Assert.Equal(new(1, 0), await inbox.CountAsync(
            new() { EmployerId = post.EmployerId, ApplicantId = reader }, Cancellation));
    }

    [Fact]
    public async Task Filters_hold_together()
    {
        await using var db = dbFactory.CreateDbContext();
        var employer = await db.StoreAsync(Some.Employer());
        var (one, two) = (await db.StoreAsync(Some.JobPost(employer.Id)), await db.StoreAsync(Some.JobPost(employer.Id)));
        var applicant = await db.StoreAsync(Some.User(Guid.NewGuid().ToString()));
        var read = await db.StoreAsync(
            Some.Application(one, applicant, ApplicationStatus.Read, Now, message: "주말 100% 가능, Barista"));
        var sent = await db.StoreAsync(Some.Application(two, applicant, submittedAt: Now.AddDays(-3)));

        async Task<IEnumerable<long>> FindAsync(ApplicationInboxQuery query) =>
            (await inbox.PageAsync(query with { EmployerId = employer.Id }, Cancellation))
                .Select(found => found.Id);

        Assert.Equal([read.Id, sent.Id], await FindAsync(new()));
        Assert.Equal([read.Id], await FindAsync(new() { Statuses = [ApplicationStatus.Read, ApplicationStatus.Accepted] }));
        Assert.Equal([sent.Id], await FindAsync(new() { JobPostIds = [two.Id, -1] }));
        Assert.Equal([read.Id], await FindAsync(new() { SubmittedSince = Now.ToOffset(TimeSpan.FromHours(9)) }));
        Assert.Equal([read.Id], await FindAsync(new() { Keyword = "주말 barista" }));
        Assert.Equal([read.Id], await FindAsync(new() { Keyword = "0%" }));
        Assert.Equal([], await FindAsync(new() { Keyword = "0_" }));
        Assert.Equal([read.Id, sent.Id], await FindAsync(new() { Keyword = applicant.DisplayName }));
    }

    [Fact]
    public async Task Applications_come_with_the_posts_of_the_employers_that_the_viewer_acts_for_and_with_no_others()
    {
        await using var db = dbFactory.CreateDbContext();
        var (own, others) = (await db.StoreAsync(Some.Employer()), await db.StoreAsync(Some.Employer()));
        var viewer = await db.StoreAsync(Some.User(Guid.NewGuid().ToString()));
        await db.StoreAsync(new EmployerMember { EmployerId = own.Id, UserId = viewer.Id });
        foreach (var employer in (Employer[])[own, others])
        {
            var post = await db.StoreAsync(Some.JobPost(employer.Id, publishedAt: Now.AddMinutes(-1)));
            await db.StoreAsync(Some.Application(post, await db.StoreAsync(Some.User(Guid.NewGuid().ToString()))));
        }
        var first = new FirstApplications(ApplicationSort.Newest, ApplicationParts.Core, Limit: 3);
        var rows = await new JobPostFeed(database.RoundTrips).PageAsync(
            new() { Now = Now, Sort = JobPostSort.Newest, ViewerId = viewer.Id, Parts = JobPostParts.IsMember, Applications = first },
            Cancellation);
        Assert.Equal([1, 0], new[] { own, others }.Select(employer =>
            rows.Single(row => row.JobPost.EmployerId == employer.Id).JobPost.KnownApplications!
                .Of(new() { JobPostId = 1, Sort = first.Sort, Parts = first.Parts, Limit = first.Limit })!.Count));
    }

    [Fact]
    public async Task An_inbox_of_nobody_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => inbox.PageAsync(new(), Cancellation));
    }

    [Fact]
    public async Task Responsiveness_needs_five_applications_of_the_last_90_days()
    {
        await using var db = dbFactory.CreateDbContext();
        var (prompt, few, deaf) =
            (await db.StoreAsync(Some.Employer()), await db.StoreAsync(Some.Employer()), await db.StoreAsync(Some.Employer()));
        int?[] minutes = [10, 20, 30, 500, null];
        foreach (var employer in new[] { prompt, few, deaf })
        {
            var post = await db.StoreAsync(Some.JobPost(employer.Id));
            foreach (var wait in minutes)
            {
                var submittedAt = employer == few && wait == 10 ? Now.AddDays(-91) : Now.AddDays(-89);
                var applicant = await db.StoreAsync(Some.User(Guid.NewGuid().ToString()));
                await db.StoreAsync(wait is { } read && employer != deaf
                    ? Some.Application(post, applicant, ApplicationStatus.Read, submittedAt, submittedAt.AddMinutes(read))
                    : Some.Application(post, applicant, submittedAt: submittedAt));
            }
        }

        var answer = await EmployerResponsiveness.ReadAsync(db, [prompt.Id, few.Id, deaf.Id], Now, Cancellation);
        Assert.Equal(new Dictionary<long, Responsiveness> { [prompt.Id] = new(prompt.Id, 25, 0.8) }, answer);
    }

    // Two applications to the same second, so that ties run over the ends of pages.
    private static async Task<(JobPost Post, List<Application> Applications)> FillAsync(JobsDb db, int count)
    {
        var employer = await db.StoreAsync(Some.Employer());
        var post = await db.StoreAsync(Some.JobPost(employer.Id));
        var applications = new List<Application>();
        for (var index = 0; index < count; index++)
        {
            var applicant = await db.StoreAsync(Some.User(Guid.NewGuid().ToString()));
            var status = index % 3 == 0 ? ApplicationStatus.Read : ApplicationStatus.Submitted;
            applications.Add(await db.StoreAsync(
                Some.Application(post, applicant, status, Now.AddSeconds(-(index * 5 % count) / 2))));
        }
        return (post, applications);
    }
}
