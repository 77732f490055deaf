using Jobs.Persistence.Tests.Model;
using Jobs.Testing;

namespace Jobs.Persistence.Tests.Feed;

/// <summary>Every filter takes what it should and leaves what it should not.</summary>
public sealed class JobPostFeedFilterTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly JobPostFeed feed = new(database.RoundTrips);

    private static readonly DateTimeOffset Now = Some.Now;

    private sealed record Case(
        Func<long, JobPost> Found, Func<long, JobPost> LeftOut, Func<JobPostFeedQuery, JobPostFeedQuery> With);

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["open only"] = new(e => Post(e), e => Post(e, status: JobPostStatus.Paused), q => q),
        ["not yet ended"] = new(e => Post(e, expiresAt: Now.AddTicks(10)), e => Post(e, expiresAt: Now), q => q),
        ["keyword in the title"] = new(e => Post(e, "주말 카페 알바"), e => Post(e, "주말 편의점"), q => q with { Keyword = "카페" }),
        ["keyword in the description"] = new(
            e => Post(e, description: "샐러드카페에서"), e => Post(e, description: "샐러드 카페에서"), q => q with { Keyword = "샐러드카페" }),
        ["keyword in the employer's name"] = new(
            e => Post(e, employerName: "봄날 빵집"), e => Post(e, employerName: "여름 빵집"), q => q with { Keyword = "봄날" }),
        ["every word of the keyword"] = new(
            e => Post(e, "저녁 카페 주방"), e => Post(e, "저녁 카페 홀"), q => q with { Keyword = "주방  카페" }),
        ["keyword whatever its case"] = new(e => Post(e, "GS25 야간"), e => Post(e, "CU 야간"), q => q with { Keyword = "gs25" }),
        ["keyword with a percent sign"] =
            new(e => Post(e, "수당 50% 더"), e => Post(e, "수당 500원 더"), q => q with { Keyword = "50%" }),
        ["keyword with an underscore"] =
            new(e => Post(e, "문의 job_1"), e => Post(e, "문의 jobs1"), q => q with { Keyword = "job_1" }),
        ["keyword with a backslash"] = new(e => Post(e, @"낮\밤"), e => Post(e, "낮밤"), q => q with { Keyword = @"낮\밤" }),
        ["category"] = new(
            e => Post(e, category: "bakery"), e => Post(e, category: "cafe"),
            q => q with { CategoryIds = [Category("bakery"), Category("bar")] }),
        ["wage type"] = new(
            e => Post(e, wageType: WageType.PerTask), e => Post(e),
            q => q with { WageTypes = [WageType.PerTask, WageType.Daily] }),
        ["lowest hourly wage"] =
            new(e => Post(e, wageAmount: 12_000), e => Post(e, wageAmount: 11_999), q => q with { MinHourlyWage = 12_000 }),
        ["lowest hourly wage without hours"] = new(
            e => Post(e, wageAmount: 12_000), e => Post(e, wageType: WageType.PerTask, wageAmount: 90_000),
            q => q with { MinHourlyWage = 12_000 }),
        ["free days"] = new(
            e => Post(e, days: WorkDays.Saturday), e => Post(e, days: WorkDays.Saturday | WorkDays.Monday),
            q => q with { AvailableDays = WorkDays.Weekend }),
        ["free days and negotiable ones"] = new(
            e => Post(e, days: WorkDays.None), e => Post(e, days: WorkDays.Friday),
            q => q with { AvailableDays = WorkDays.Sunday }),
        ["parts of the day"] = new(
            e => Post(e, start: 18 * 60, end: 24 * 60), e => Post(e, start: 9 * 60, end: 18 * 60),
            q => q with { Bands = TimeBands.Night | TimeBands.Evening }),
        ["length"] = new(
            e => Post(e, length: EngagementLength.OneOff), e => Post(e, length: EngagementLength.LongTerm),
            q => q with { Lengths = [EngagementLength.OneOff] }),
        ["urgent"] = new(e => Post(e, isUrgent: true), e => Post(e), q => q with { IsUrgent = true }),
        ["not urgent"] = new(e => Post(e), e => Post(e, isUrgent: true), q => q with { IsUrgent = false }),
        ["paid the same day"] = new(e => Post(e, paidSameDay: true), e => Post(e), q => q with { PaidSameDay = true }),
        ["age"] = new(e => Post(e), e => Post(e, category: "pc_room"), q => q with { OpenToAge = 17 }),
        ["published since"] = new(
            e => Post(e, publishedAt: Now.AddHours(-2)), e => Post(e, publishedAt: Now.AddHours(-3)),
            q => q with { PublishedSince = Now.AddHours(-2) }),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_filter_finds(string name)
    {
        await using var db = JobsDb.CreateFactory(database.DataSource).CreateDbContext();
        var employer = await db.StoreAsync(Some.Employer());
        var found = await AddAsync(db, Cases[name].Found(employer.Id), Area(name));
        await AddAsync(db, Cases[name].LeftOut(employer.Id), Area(name));

        foreach (var sort in Enum.GetValues<JobPostSort>())
            Assert.Equal([found.Id], await FindAsync(Cases[name].With(Around(Area(name)) with { Sort = sort })));
    }

    [Fact]
    public async Task Employers_are_asked_for_by_how_far_they_were_checked()
    {
        await using var db = JobsDb.CreateFactory(database.DataSource).CreateDbContext();
        var posts = new List<JobPost>();
        foreach (var level in Enum.GetValues<VerificationLevel>())
            posts.Add(await AddAsync(
                db, Post((await db.StoreAsync(Some.Employer(verification: level))).Id), Area("verification")));

        var query = Around(Area("verification")) with
        {
            EmployerVerification = [VerificationLevel.Person, VerificationLevel.Business],
        };
        Assert.Equal([posts[2].Id, posts[1].Id], await FindAsync(query));
    }

    [Fact]
    public async Task What_the_viewer_applied_to_is_hidden_from_the_viewer_alone()
    {
        await using var db = JobsDb.CreateFactory(database.DataSource).CreateDbContext();
        var employer = await db.StoreAsync(Some.Employer());
        var applied = await AddAsync(db, Post(employer.Id), Area("applied"));
        var other = await AddAsync(db, Post(employer.Id), Area("applied"));
        var (viewer, somebody) = (await db.StoreAsync(Some.User("viewer")), await db.StoreAsync(Some.User("somebody")));
        await db.StoreAsync(Some.Application(applied, viewer));
        await db.StoreAsync(Some.Application(other, somebody));

        Assert.Equal([other.Id], await FindAsync(Around(Area("applied")) with { HideAppliedBy = viewer.Id }));
    }

    [Fact]
    public async Task The_radius_goes_by_the_point_that_people_may_see()
    {
        await using var db = JobsDb.CreateFactory(database.DataSource).CreateDbContext();
        var employer = await db.StoreAsync(Some.Employer());
        var center = new GeoPoint(36.0, 128.0);
        var area = KnownNeighborhoods.Shipped.Within(center, 30_000, NeighborhoodLevel.Dong)[0].Neighborhood;
        var near = await db.StoreAsync(Some.JobPost(employer.Id, area: area, point: East(center, 990)));
        await db.StoreAsync(Some.JobPost(employer.Id, area: area, point: East(center, 1010)));
        var hidden = await db.StoreAsync(Some.JobPost(employer.Id, area: area, point: East(center, 500), hideExactAddress: true));

        var query = new JobPostFeedQuery
        {
            Now = Now,
            Sort = JobPostSort.Distance,
            Area = FeedArea.Around(center, 1000, KnownNeighborhoods.Shipped),
        };
        var rows = await feed.PageAsync(query, Cancellation);

        Assert.Equal([hidden.Id, near.Id], rows.Select(row => row.JobPost.Id));
        Assert.Equal((int)center.DistanceTo(hidden.PublicPoint), rows[0].DistanceMeters);
        Assert.Equal(990, rows[1].DistanceMeters!.Value, 2.0);
    }

    [Fact]
    public async Task All_of_the_area_asked_for_belongs_however_far_it_lies()
    {
        await using var db = JobsDb.CreateFactory(database.DataSource).CreateDbContext();
        var employer = await db.StoreAsync(Some.Employer());
        var ward = KnownNeighborhoods.Shipped.Search("울릉군", NeighborhoodLevel.Sigungu)[0];
        var posts = new List<long>();
        foreach (var area in KnownNeighborhoods.Shipped.Inside(ward))
            posts.Add((await db.StoreAsync(Some.JobPost(employer.Id, area: area))).Id);

        Assert.True(posts.Count >= 4);
        Assert.Equal(posts.OrderDescending(), await FindAsync(Around(ward)));
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(10, 3)]
    [InlineData(1, 2)]
    public async Task A_count_stops_one_above_its_ceiling(int ceiling, int expected)
    {
        await using var db = JobsDb.CreateFactory(database.DataSource).CreateDbContext();
        var employer = await db.StoreAsync(Some.Employer());
        var word = $"개수{Guid.NewGuid():N}";
        for (var index = 0; index < 3; index++) await db.StoreAsync(Some.JobPost(employer.Id, word));
        await db.StoreAsync(Some.JobPost(employer.Id, word, status: JobPostStatus.Closed));

        var area = FeedArea.Around(Some.Yeoksam, 500, KnownNeighborhoods.Shipped);
        var query = new JobPostFeedQuery { Now = Now, Keyword = word, Area = area };
        Assert.Equal(expected, await feed.CountAsync(query, ceiling, Cancellation));
        Assert.Equal(expected, await feed.CountAsync(query with { Area = null }, ceiling, Cancellation));
    }

    [Fact]
    public async Task A_distance_order_without_an_area_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => feed.PageAsync(new() { Now = Now, Sort = JobPostSort.Distance }, Cancellation));

    private async Task<IEnumerable<long>> FindAsync(JobPostFeedQuery query)
    {
        var rows = await feed.PageAsync(query, Cancellation);
        Assert.Equal(rows.Count, await feed.CountAsync(query, 1000, Cancellation));
        return rows.Select(row => row.JobPost.Id);
    }

    // Each case in a neighbourhood of its own, so that they do not see each other.
    private static Neighborhood Area(string name)
    {
        var position = name switch { "verification" => 100, "applied" => 101, _ => Cases.Keys.ToList().IndexOf(name) };
        return KnownNeighborhoods.Shipped.Search("제주", NeighborhoodLevel.Dong)
            .Concat(KnownNeighborhoods.Shipped.Search("경상북도", NeighborhoodLevel.Dong)).ElementAt(position);
    }

    // Posts are made without a place; the test says where they lie.
    private static async Task<JobPost> AddAsync(JobsDb db, JobPost post, Neighborhood area)
    {
        post.NeighborhoodId = area.Id;
        (post.Latitude, post.Longitude) = (area.Latitude, area.Longitude);
        (post.PublicLatitude, post.PublicLongitude) = PublicPoint.Rounded(area.Center);
        return await db.StoreAsync(post);
    }

    private static JobPostFeedQuery Around(Neighborhood area) =>
        new() { Now = Now, Area = FeedArea.Around(area, 1, KnownNeighborhoods.Shipped) };

    private static int Category(string key) => KnownJobCategories.Find(key)!.Id;

    private static GeoPoint East(GeoPoint origin, double meters) =>
        origin with { Longitude = origin.Longitude + meters / (111_195 * Math.Cos(double.DegreesToRadians(origin.Latitude))) };

    private static JobPost Post(
        long employerId, string title = "알바", string description = "", string employerName = "가게",
        JobPostStatus status = JobPostStatus.Open, string category = "cafe", WageType wageType = WageType.Hourly,
        int wageAmount = 11_000, WorkDays days = WorkDays.Weekdays, int start = 9 * 60, int end = 18 * 60,
        EngagementLength length = EngagementLength.ShortTerm,
        bool isUrgent = false, bool paidSameDay = false, DateTimeOffset? publishedAt = null, DateTimeOffset? expiresAt = null) =>
        Some.JobPost(employerId, title, description, null, null, status, category, wageType, wageAmount, days, start, end,
            length, isUrgent, paidSameDay, false, publishedAt, expiresAt, employerName);
}
