using Jobs.Api.Triage;
using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Api.Tests.Triage;

/// <summary>What is kept of errors for operators, and for how long.</summary>
public sealed class KnownErrorTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FakeTimeProvider time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operator_sees_what_it_is_how_bad_it_is_who_met_it_and_since_when()
    {
        using var instance = new TriageInstance(database, time);
        var began = time.UtcNow;
        var error = ErrorFingerprint.Of(
            ErrorSource.Graphql, "Overview", ["jobPosts", "nodes", 3, "badge"], "System.TimeoutException", "Jobs.Badges.Badge");
        instance.Triage.See(error.At(time.UtcNow) with { Viewer = "person-1", Variants = [new("save-hint", "hint")] });
        await instance.ExchangeAsync();
        time.Advance(TimeSpan.FromHours(3));
        for (var person = 1; person <= 3; person++)
        {
            instance.Triage.See(error.At(time.UtcNow) with
            {
                Core = true,
                RequestFailed = false,
                Viewer = $"person-{person}",
                Release = "jobs@2",
                Variants = [new("save-hint", person == 3 ? "control" : "hint")],
            });
        }
        await instance.ExchangeAsync();

        var seen = await FindAsync(error);
        Assert.Equal(
            ("Overview", "jobPosts.nodes.badge", "System.TimeoutException", "Jobs.Badges.Badge", true),
            (seen.Error.Operation, seen.Error.Path, seen.Error.ExceptionType, seen.Error.Frame, seen.Error.IsCore));
        Assert.Equal(
            (TriageLevel.Soon, "core path degraded but served", TriageAction.Fix),
            (seen.Error.Level, seen.Error.Reason, seen.Error.Action));
        Assert.Equal((began, time.UtcNow, "jobs@1", "jobs@2"),
            (seen.Error.FirstSeenAt, seen.Error.LastSeenAt, seen.Error.FirstRelease, seen.Error.LastRelease));
        Assert.Equal((4L, 3L, 4L), (seen.Error.Sightings, seen.LastHour, seen.LastWeek));
        Assert.Equal((3, 3), (seen.PeopleLastHour, seen.PeopleLastWeek));
        Assert.Equal(
            [("save-hint/control", 1), ("save-hint/hint", 2)],
            seen.Variants.Select(entry => (entry.Key, entry.Value)).Order());
        Assert.Equal((48, 1L, 3L), (seen.Trend.Count, seen.Trend[^4], seen.Trend[^1]));

        var quiet = TimeSpan.FromMinutes(60);
        Assert.Equal(TriageLevel.Soon, seen.Error.LevelAt(time.UtcNow.AddMinutes(59), quiet));
        // Although nobody has seen it since.
        Assert.Equal(TriageLevel.Monitor, seen.Error.LevelAt(time.UtcNow.AddMinutes(60), quiet));
    }

    [Fact]
    public async Task A_worse_verdict_replaces_a_better_one_and_not_the_other_way_round_within_the_hour()
    {
        var (one, other) = (new TriageInstance(database, time), new TriageInstance(database, time));
        var error = SomeErrors.Of("Order", "field");
        one.Triage.See(error.At(time.UtcNow) with { Core = true });
        other.Triage.See(error.At(time.UtcNow)); // It has not heard of the other yet.
        await one.ExchangeAsync();
        await other.ExchangeAsync();
        Assert.Equal((TriageLevel.ActNow, "core path, a request failed"), await LevelAsync(error));
        time.Advance(TimeSpan.FromMinutes(61));
        other.Triage.See(error.At(time.UtcNow));
        await other.ExchangeAsync();
        Assert.Equal((TriageLevel.Monitor, "rare and off the core path"), await LevelAsync(error));
    }

    [Fact]
    public async Task Minutes_are_kept_for_two_hours_hours_for_eight_days_and_errors_for_thirty()
    {
        using var instance = new TriageInstance(database, time);
        var (error, kept) = (SomeErrors.Of("Forgotten", "a"), SomeErrors.Of("Forgotten", "b"));
        instance.Triage.See(error.At(time.UtcNow) with { Viewer = "somebody" });
        instance.Triage.See(kept.At(time.UtcNow));
        instance.Triage.CountRequest("Forgotten", failed: false, [new("forgotten", "a")]);
        await instance.ExchangeAsync();
        Assert.Equal((1, 1, 1, 1, 1), await RowsAsync());
        await using (var db = await database.DbFactory.CreateDbContextAsync(Cancellation))
        {
            var user = new User { Issuer = "tests", Subject = "forgotten", DisplayName = "당번", CreatedAt = time.UtcNow };
            db.Users.Add(user);
            await db.SaveChangesAsync(Cancellation);
            Assert.True(await db.OverrideErrorAsync(
                new()
                {
                    ErrorId = kept.Id,
                    Version = 1,
                    Level = TriageLevel.Monitor,
                    Until = time.UtcNow.AddDays(90),
                    ChangedById = user.Id,
                    ChangedAt = time.UtcNow,
                }, Cancellation));
        }

        await AfterAsync(TimeSpan.FromHours(2) + TimeSpan.FromMinutes(1));
        Assert.Equal((0, 1, 1, 0, 1), await RowsAsync());
        await AfterAsync(TimeSpan.FromDays(8));
        Assert.Equal((0, 0, 0, 0, 0), await RowsAsync());
        Assert.NotNull(await FindOrNullAsync(error));
        await AfterAsync(TimeSpan.FromDays(22));
        Assert.Null(await FindOrNullAsync(error));
        Assert.NotNull(await FindOrNullAsync(kept)); // An operator said something about it.

        async Task AfterAsync(TimeSpan later)
        {
            time.Advance(later);
            Assert.True(await instance.ExchangeAsync());
        }

        async Task<(int, int, int, int, int)> RowsAsync()
        {
            await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
            return (
                await db.KnownErrorMinutes.CountAsync(row => row.ErrorId == error.Id, Cancellation),
                await db.KnownErrorHours.CountAsync(row => row.ErrorId == error.Id, Cancellation),
                await db.KnownErrorViewers.CountAsync(row => row.ErrorId == error.Id, Cancellation),
                await db.OperationMinutes.CountAsync(row => row.Operation == "Forgotten", Cancellation),
                await db.VariantHours.CountAsync(row => row.ExperimentKey == "forgotten", Cancellation));
        }
    }

    [Fact]
    public async Task Viewers_are_kept_up_to_a_limit_and_none_is_stored_as_handed_over()
    {
        using var instance = new TriageInstance(database, time);
        var error = SomeErrors.Of("Crowd", "field");
        for (var person = 0; person < 1000; person++) instance.Triage.See(error.At(time.UtcNow) with { Viewer = $"{person}" });
        await instance.ExchangeAsync();
        await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
        var viewers = await db.KnownErrorViewers.Where(row => row.ErrorId == error.Id).Select(row => row.Viewer)
            .ToListAsync(Cancellation);
        Assert.Equal(200, viewers.Count);
        Assert.DoesNotContain(viewers, viewer => viewer is >= 0 and < 1000);
    }

    private async Task<(TriageLevel, string)> LevelAsync(ErrorFingerprint error)
    {
        var row = (await FindAsync(error)).Error;
        return (row.Level, row.Reason);
    }

    private async Task<ErrorOverview> FindAsync(ErrorFingerprint error) =>
        Assert.IsType<ErrorOverview>(await FindOrNullAsync(error));

    private async Task<ErrorOverview?> FindOrNullAsync(ErrorFingerprint error)
    {
        await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
        var all = await db.ReadErrorOverviewsAsync(time.UtcNow, Cancellation);
        return all.SingleOrDefault(overview => overview.Error.Id == error.Id);
    }
}
