using Jobs.Persistence.Tests.Model;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence.Tests.Feed;

/// <summary>An employer's posts and a person's saved ones.</summary>
public sealed class OwnPostsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset Now = Some.Now;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly IDbContextFactory<JobsDb> dbFactory = JobsDb.CreateFactory(database.DataSource);

    [Fact]
    public async Task Everybody_sees_open_posts_of_an_employer_and_members_see_them_all()
    {
        await using var db = dbFactory.CreateDbContext();
        var employer = await db.StoreAsync(Some.Employer());
        var draft = await db.StoreAsync(Some.JobPost(employer.Id, status: JobPostStatus.Draft));
        var open = await db.StoreAsync(Some.JobPost(employer.Id, expiresAt: Now.AddDays(1)));
        var timedOut = await db.StoreAsync(Some.JobPost(employer.Id, expiresAt: Now));
        var filled = await db.StoreAsync(Some.JobPost(employer.Id, status: JobPostStatus.Filled));

        async Task<IEnumerable<long>> FindAsync(bool isMember, params JobPostStatus[] statuses)
        {
            var all = new EmployerJobPostsQuery { EmployerId = employer.Id, IsMember = isMember, Now = Now };
            var query = all with { Statuses = statuses };
            var posts = await EmployerJobPosts.PageAsync(db, query, Cancellation);
            Assert.Equal(posts.Count, await EmployerJobPosts.CountAsync(db, query, 10, Cancellation));
            return posts.Select(post => post.Id);
        }

        Assert.Equal([open.Id], await FindAsync(false));
        Assert.Equal([], await FindAsync(false, JobPostStatus.Draft, JobPostStatus.Filled, JobPostStatus.Expired));
        Assert.Equal([filled.Id, timedOut.Id, open.Id, draft.Id], await FindAsync(true));
        Assert.Equal([open.Id], await FindAsync(true, JobPostStatus.Open));
        Assert.Equal([timedOut.Id, draft.Id], await FindAsync(true, JobPostStatus.Expired, JobPostStatus.Draft));
    }

    [Fact]
    public async Task An_employers_posts_go_on_after_the_last_one()
    {
        await using var db = dbFactory.CreateDbContext();
        var employer = await db.StoreAsync(Some.Employer());
        for (var index = 0; index < 5; index++) await db.StoreAsync(Some.JobPost(employer.Id));

        var query = new EmployerJobPostsQuery { EmployerId = employer.Id, IsMember = false, Now = Now, Limit = 3 };
        var first = await EmployerJobPosts.PageAsync(db, query, Cancellation);
        var second = await EmployerJobPosts.PageAsync(db, query with { After = first[^1].Id }, Cancellation);
        Assert.Equal((3, 2), (first.Count, second.Count));
        Assert.Equal(5, first.Concat(second).DistinctBy(post => post.Id).Count());
    }

    [Fact]
    public async Task Saved_posts_come_last_saved_first_and_stay_when_they_end_but_not_when_they_are_taken_down()
    {
        await using var db = dbFactory.CreateDbContext();
        var employer = await db.StoreAsync(Some.Employer());
        var user = await db.StoreAsync(Some.User(Guid.NewGuid().ToString()));
        var saved = new List<long>();
        foreach (var status in new[] { JobPostStatus.Open, JobPostStatus.Closed, JobPostStatus.Removed, JobPostStatus.Open })
        {
            var post = await db.StoreAsync(Some.JobPost(employer.Id, status: status));
            var savedAt = Now.AddMinutes(saved.Count / 2); // Two at a time, so that the post decides.
            await db.StoreAsync(new SavedJobPost { UserId = user.Id, JobPostId = post.Id, SavedAt = savedAt });
            saved.Add(post.Id);
        }

        var first = await SavedJobPostPage.ReadAsync(db, user.Id, null, 2, Cancellation);
        var second = await SavedJobPostPage.ReadAsync(db, user.Id, first[^1].Cursor, 2, Cancellation);
        Assert.Equal([saved[3], saved[1]], first.Select(row => row.JobPost.Id));
        Assert.Equal([saved[0]], second.Select(row => row.JobPost.Id));
        Assert.Equal(3, await SavedJobPostPage.CountAsync(db, user.Id, 10, Cancellation));
        Assert.Equal(2, await SavedJobPostPage.CountAsync(db, user.Id, 1, Cancellation));
    }
}
