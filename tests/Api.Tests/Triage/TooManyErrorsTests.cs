using Jobs.Api.Triage;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Api.Tests.Triage;

/// <summary>However many errors there are, the tables stay small. A database of its own: it is about all of them.</summary>
public sealed class TooManyErrorsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Of_too_many_errors_those_that_were_not_seen_for_longest_are_forgotten()
    {
        var time = new FakeTimeProvider();
        using var instance = new TriageInstance(database, time, new TriageOptions { FingerprintsMax = 10 });
        for (var round = 0; round < 3; round++)
        {
            for (var number = 0; number < 10; number++)
                instance.Triage.See(SomeErrors.Of("Feed", $"field{round}{number}").At(time.UtcNow));
            time.Advance(TimeSpan.FromMinutes(11));
            Assert.True(await instance.ExchangeAsync());
        }
        await using var db = await database.DbFactory.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var left = await db.KnownErrors.Select(error => error.Path).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, 10).Select(number => $"field2{number}"), left.Order());
        Assert.Equal(10, await db.KnownErrorHours.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(10, instance.Triage.Known);
    }
}
