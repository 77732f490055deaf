using Jobs.Persistence.Samples;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence.Tests.Samples;

/// <summary>Samples meet a database that somebody used before.</summary>
public sealed class SamplePeopleTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Someone_who_had_signed_in_before_keeps_the_own_profile()
    {
        var clock = new FakeTimeProvider();
        await using var db = await JobsDb.CreateFactory(database.DataSource)
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        db.Users.Add(new User
        {
            Issuer = SamplePeople.Issuer,
            Subject = "60",
            DisplayName = "먼저 온 이웃",
            CreatedAt = clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var starts = await Task.WhenAll(Enumerable.Range(0, 3)
            .Select(_ => SamplePosts.CreateAsync(database.DataSource, clock, TestContext.Current.CancellationToken)));

        Assert.Single(starts, created => created);
        Assert.Equal(100, await db.Users.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal("먼저 온 이웃", (await db.Users.AsNoTracking().SingleAsync(
            user => user.Subject == "60", TestContext.Current.CancellationToken)).DisplayName);
    }
}
