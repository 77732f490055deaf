using Jobs.Persistence.Tests.Model;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence.Tests.Feed;

/// <summary>Walks through all pages of every order while posts come and go.</summary>
public sealed class JobPostFeedPageTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int PageSize = 7;
    private static readonly DateTimeOffset Now = Some.Now;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly JobPostFeed feed = new(database.RoundTrips);
    private readonly IDbContextFactory<JobsDb> dbFactory = JobsDb.CreateFactory(database.DataSource);

    [Theory]
    [InlineData(JobPostSort.Recommended, true, "")]
    [InlineData(JobPostSort.Recommended, false, "")]
    [InlineData(JobPostSort.Recommended, true, "걷기")]
    [InlineData(JobPostSort.Newest, true, "")]
    [InlineData(JobPostSort.Newest, false, "")]
    [InlineData(JobPostSort.Newest, false, "걷기")]
    [InlineData(JobPostSort.Distance, true, "")]
    [InlineData(JobPostSort.Wage, true, "")]
    [InlineData(JobPostSort.Wage, false, "")]
    [InlineData(JobPostSort.Deadline, true, "")]
    [InlineData(JobPostSort.Deadline, false, "")]
    public async Task Pages_have_no_repeat_and_no_gap_while_posts_are_added_and_closed(
        JobPostSort sort, bool hasArea, string keyword)
    {
        await using var db = dbFactory.CreateDbContext();
        await db.JobPosts.ExecuteDeleteAsync(Cancellation);
        var employer = await db.StoreAsync(Some.Employer());
        var dice = new Random(20260306);
        for (var index = 0; index < 60; index++) db.Add(Random(dice, employer.Id, Now.AddMinutes(-dice.Next(20))));
        await db.SaveChangesAsync(Cancellation);
        var start = await db.JobPosts.Select(post => post.Id).ToListAsync(Cancellation);
        var closed = new HashSet<long>();

        var query = new JobPostFeedQuery
        {
            Now = Now,
            Sort = sort,
            Keyword = keyword,
            Limit = PageSize + 1,
            Area = hasArea ? FeedArea.Around(Some.Yeoksam, 3000, KnownNeighborhoods.Shipped) : null,
        };
        var seen = new List<JobPostFeedRow>();
        for (var page = 0; page < 60; page++)
        {
            var rows = await feed.PageAsync(query, Cancellation);
            seen.AddRange(rows.Take(PageSize));
            if (rows.Count <= PageSize) break;
            query = query with { Now = query.Now.AddMinutes(1), After = rows[PageSize - 1].Cursor };
            for (var added = 0; added < 3; added++) db.Add(Random(dice, employer.Id, query.Now.AddSeconds(-1)));
            await db.SaveChangesAsync(Cancellation);
            closed.Add(await CloseOneAsync(start[dice.Next(start.Count)]));
        }

        var ids = seen.Select(row => row.JobPost.Id).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.Equal([], start.Except(closed).Except(ids));
        if (sort is JobPostSort.Recommended or JobPostSort.Newest) Assert.Equal([], ids.Except(start));
        var keys = seen.Select(row => (row.Cursor.Key, row.Cursor.Id)).ToList();
        var isDescending = sort is not (JobPostSort.Distance or JobPostSort.Deadline);
        Assert.Equal(isDescending ? keys.OrderDescending() : keys.Order(), keys);
        Assert.All(seen, row => Assert.Equal(Now, row.Cursor.AsOf));
    }

    [Fact]
    public async Task Unknown_wages_and_deadlines_come_last()
    {
        await using var db = dbFactory.CreateDbContext();
        await db.JobPosts.ExecuteDeleteAsync(Cancellation);
        var employer = await db.StoreAsync(Some.Employer());
        var task = await db.StoreAsync(
            Some.JobPost(employer.Id, wageType: WageType.PerTask, wageAmount: 900_000, expiresAt: Now.AddDays(2)));
        var low = await db.StoreAsync(Some.JobPost(employer.Id, wageAmount: 10_400));
        var high = await db.StoreAsync(Some.JobPost(employer.Id, wageAmount: 20_000, expiresAt: Now.AddDays(1)));

        Assert.Equal([high.Id, low.Id, task.Id], await IdsAsync(JobPostSort.Wage));
        Assert.Equal([high.Id, task.Id, low.Id], await IdsAsync(JobPostSort.Deadline));
    }

    [Fact]
    public async Task Recommended_is_one_ranking_run_and_leaves_out_what_was_published_after_it_began()
    {
        await using var db = dbFactory.CreateDbContext();
        await db.JobPosts.ExecuteDeleteAsync(Cancellation);
        var employer = await db.StoreAsync(Some.Employer());
        var urgent = await db.StoreAsync(Some.JobPost(employer.Id, isUrgent: true, publishedAt: Now.AddHours(-11)));
        var plain = await db.StoreAsync(Some.JobPost(employer.Id, publishedAt: Now.AddMinutes(-5)));
        var first = (await feed.PageAsync(new() { Now = Now, Limit = 1 }, Cancellation)).Single();
        Assert.Equal(urgent.Id, first.JobPost.Id);

        // Its boost puts it between the two pages, but the run had begun.
        await db.StoreAsync(Some.JobPost(employer.Id, publishedAt: Now.AddMinutes(1)));
        var rest = await feed.PageAsync(new() { Now = Now.AddMinutes(2), After = first.Cursor }, Cancellation);
        Assert.Equal([plain.Id], rest.Select(row => row.JobPost.Id));
    }

    [Fact]
    public async Task Similar_posts_are_of_the_same_kind_open_and_near_and_not_the_post_itself()
    {
        await using var db = dbFactory.CreateDbContext();
        await db.JobPosts.ExecuteDeleteAsync(Cancellation);
        var employer = await db.StoreAsync(Some.Employer());
        var post = await db.StoreAsync(Some.JobPost(employer.Id));
        var farther = await db.StoreAsync(Some.JobPost(employer.Id, point: new GeoPoint(37.51, 127.06)));
        var nearer = await db.StoreAsync(Some.JobPost(employer.Id, point: new GeoPoint(37.502, 127.037)));
        await db.StoreAsync(Some.JobPost(employer.Id, category: "bakery"));
        await db.StoreAsync(Some.JobPost(employer.Id, status: JobPostStatus.Closed));
        await db.StoreAsync(Some.JobPost(employer.Id, area: KnownNeighborhoods.Shipped.Search("울릉읍")[0]));

        Assert.Equal([nearer.Id, farther.Id],
            (await SimilarJobPosts.ReadAsync(feed, post, 6, Now, Cancellation)).Select(found => found.Id));
        Assert.Equal([nearer.Id], (await SimilarJobPosts.ReadAsync(feed, post, 1, Now, Cancellation)).Select(found => found.Id));
    }

    private async Task<IEnumerable<long>> IdsAsync(JobPostSort sort) =>
        (await feed.PageAsync(new() { Now = Now, Sort = sort }, Cancellation)).Select(row => row.JobPost.Id);

    private async Task<long> CloseOneAsync(long id)
    {
        await using var db = dbFactory.CreateDbContext();
        await db.JobPosts.Where(post => post.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(post => post.Status, JobPostStatus.Closed).SetProperty(post => post.EndedAt, Now),
            Cancellation);
        return id;
    }

    // Few distinct keys, so that ties run over the ends of pages.
    private static JobPost Random(Random dice, long employerId, DateTimeOffset publishedAt)
    {
        var areas = KnownNeighborhoods.Shipped.Within(Some.Yeoksam.Center, 2500, NeighborhoodLevel.Dong);
        var wageType = dice.Next(4) == 0 ? WageType.PerTask : WageType.Hourly;
        return Some.JobPost(
            employerId, "걷기 알바", area: areas[dice.Next(5)].Neighborhood, wageType: wageType,
            wageAmount: 11_000 + 500 * dice.Next(4), isUrgent: dice.Next(4) == 0, paidSameDay: dice.Next(2) == 0,
                publishedAt: publishedAt,
            expiresAt: dice.Next(3) == 0 ? null : Now.AddDays(1 + dice.Next(4)));
    }
}
