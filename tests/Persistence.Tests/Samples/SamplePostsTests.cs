using Jobs.Persistence.Samples;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence.Tests.Samples;

/// <summary>What a first start finds.</summary>
public sealed class SamplePostsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const long Yeoksam1 = 1168064000;

    private readonly FakeTimeProvider _clock = new();
    private JobsDb _db = null!;

    public async ValueTask InitializeAsync()
    {
        _db = await JobsDb.CreateFactory(database.DataSource).CreateDbContextAsync(TestContext.Current.CancellationToken);
        await SamplePosts.CreateAsync(database.DataSource, _clock, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await _db.DisposeAsync();

    [Fact]
    public async Task There_are_two_thousand_open_posts_in_every_neighborhood_of_Seoul()
    {
        var now = _clock.GetUtcNow();
        var posts = await _db.JobPosts.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2_000, posts.Count);
        Assert.All(posts, post => Assert.True(post.IsOpenAt(now) && post.Origin == RecordOrigin.Sample));
        Assert.All(posts, post => Assert.InRange(post.PublishedAt!.Value, now.AddDays(-7), now));
        var seoul = KnownNeighborhoods.Shipped.All
            .Where(area => area.Level == NeighborhoodLevel.Dong && area.Id / 100_000_000 == 11);
        Assert.Equal(seoul.Select(area => area.Id).Order(), posts.Select(post => post.NeighborhoodId).Distinct().Order());
    }

    [Fact]
    public async Task No_post_pays_less_than_the_minimum_wage_of_today()
    {
        var minimum = KnownMinimumWages.On(Seoul.DayOf(_clock.GetUtcNow()))!.Hourly;
        var posts = await _db.JobPosts.AsNoTracking().Where(post => post.WageType != WageType.PerTask)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(posts, post => Assert.True(post.HourlyEquivalent >= minimum));
    }

    [Fact]
    public async Task There_is_something_of_every_kind()
    {
        var posts = await _db.JobPosts.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        Assert.True(posts.Select(post => post.CategoryId).Distinct().Count() >= 12);
        Assert.Contains(posts, post => post.Shift!.Value.IsOvernight);
        Assert.Contains(posts, post => post.IsUrgent);
        Assert.Contains(posts, post => post.PaidSameDay);
        Assert.Contains(posts, post => post.MinimumAge == 19);
        Assert.True(await _db.ScreeningQuestions.AnyAsync(TestContext.Current.CancellationToken));
        Assert.Equal(200, await _db.Employers.CountAsync(
            employer => employer.Origin == RecordOrigin.Sample && employer.VerificationLevel == VerificationLevel.Business,
            TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_second_start_and_starts_at_once_create_nothing_more()
    {
        var again = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => SamplePosts.CreateAsync(database.DataSource, _clock, TestContext.Current.CancellationToken)));
        Assert.All(again, Assert.False);
        Assert.Equal(2_000, await _db.JobPosts.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Person_1_has_an_inbox_in_every_stage_for_posts_of_yeoksam()
    {
        var person = await _db.Users.SingleAsync(
            user => user.Issuer == "jobs-development" && user.Subject == "1", TestContext.Current.CancellationToken);
        var employers = await _db.EmployerMembers.Where(member => member.UserId == person.Id).Select(member => member.EmployerId)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.True(employers.Count > 1);
        var inbox = await _db.Applications.Where(application => employers.Contains(application.EmployerId))
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.True(inbox.Select(application => application.Status).Distinct().Count() >= 6);
        var posts = await _db.JobPosts.Where(post => post.NeighborhoodId == Yeoksam1).Select(post => post.Id)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(inbox, application => Assert.Contains(application.JobPostId, posts));
    }

    [Fact]
    public async Task Person_42_looks_for_work_in_yeoksam_and_has_not_applied()
    {
        var person = await _db.Users.SingleAsync(
            user => user.Issuer == "jobs-development" && user.Subject == "42", TestContext.Current.CancellationToken);
        Assert.NotNull(person.BirthDate);
        Assert.Equal(Yeoksam1, (await _db.UserNeighborhoods.SingleAsync(
            place => place.UserId == person.Id && place.Position == 0, TestContext.Current.CancellationToken)).NeighborhoodId);
        Assert.True(await _db.UserExperiences.AnyAsync(line => line.UserId == person.Id, TestContext.Current.CancellationToken));
        Assert.False(await _db.Applications.AnyAsync(
            application => application.ApplicantId == person.Id, TestContext.Current.CancellationToken));
        Assert.False(await _db.EmployerMembers.AnyAsync(
            member => member.UserId == person.Id, TestContext.Current.CancellationToken));
    }
}
