using Jobs.Api.Triage;
using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Api.Tests.Triage;

/// <summary>Instances share what they see through PostgreSQL: ten of them see one frequency.</summary>
public sealed class SharedTriageTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FakeTimeProvider time = new();
    private readonly ErrorFingerprint error = SomeErrors.Of($"Feed{Letters()}", $"field{Letters()}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_instances_see_one_frequency()
    {
        var instances = New(10);
        foreach (var instance in instances)
        {
            for (var count = 0; count < 5; count++) Assert.Equal(TriageLevel.Monitor, See(instance).Verdict.Level);
        }
        await ExchangeAsync(instances);
        // The next one anywhere is the fifty-first, and each sees all that were told and its own.
        Assert.All(instances, instance =>
        {
            var triaged = See(instance);
            Assert.Equal((TriageLevel.ActNow, "frequent"), (triaged.Verdict.Level, triaged.Verdict.Reason));
            Assert.Equal(51, triaged.Facts.Count5m);
        });
        await ExchangeAsync(instances);
        Assert.All(instances, instance => Assert.Equal(61, See(instance).Facts.Count5m));
    }

    [Fact]
    public async Task The_first_exchange_leaves_the_first_two_seconds_to_requests()
    {
        var log = new LoggedLines();
        using var instance = new TriageInstance(database, time, log: log) { IsDatabaseAway = true };
        var started = time.UtcNow;
        await instance.Exchange.StartAsync(Cancellation);
        await Wait.UntilAsync(() => log.Text.Contains("until the database is back", StringComparison.Ordinal),
            time, TimeSpan.FromMilliseconds(100));
        Assert.True(time.UtcNow - started >= TimeSpan.FromSeconds(2));
        await instance.Exchange.StopAsync(Cancellation);
    }

    [Fact]
    public async Task People_requests_and_shares_are_everybodys_too()
    {
        var instances = New(3);
        foreach (var (number, instance) in instances.Index())
        {
            for (var request = 0; request < 100; request++) instance.Triage.CountRequest(error.Operation, request == 0, []);
            for (var person = 0; person < 9; person++) See(instance, viewer: $"{number}-{person}");
            See(instance, viewer: "everywhere");
        }
        await ExchangeAsync(instances);
        var triaged = See(instances[0], viewer: "everywhere");
        Assert.Equal((31L, 28, 300L), (triaged.Facts.Count5m, triaged.Facts.Users60m, triaged.Facts.Requests5m));
        instances[0].Triage.CountRequest(error.Operation, failed: false, []);
        await ExchangeAsync(instances);
        Assert.Equal(301, See(instances[2]).Facts.Requests5m);

        await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
        var shares = await db.ReadOperationSharesAsync(time.UtcNow.AddMinutes(-5), Cancellation);
        Assert.Equal(3, Assert.Single(shares, row => row.Operation == error.Operation).Failures);
    }

    [Fact]
    public async Task A_verdict_of_one_instance_holds_on_all_and_one_alert_is_enough_for_all()
    {
        var instances = New(2);
        See(instances[0]);
        await ExchangeAsync(instances);
        var triaged = instances[0].Triage.See(error.At(time.UtcNow) with { Core = true, DataLost = true });
        Assert.True(triaged.Alerts);
        await ExchangeAsync(instances);
        var held = See(instances[1]).Verdict;
        Assert.Equal((TriageLevel.ActNow, "core path and data lost", false), (held.Level, held.Reason, held.Pages));
        Assert.False(instances[1].Triage.See(error.At(time.UtcNow) with { Core = true, DataLost = true }).Alerts);
        await ExchangeAsync(instances);
        time.Advance(TimeSpan.FromMinutes(61));
        Assert.All(instances, instance => Assert.Equal(TriageLevel.Monitor, See(instance).Verdict.Level));
    }

    [Fact]
    public async Task While_the_database_is_away_each_counts_by_itself_and_nothing_is_lost()
    {
        var log = new LoggedLines();
        var (one, other) = (new TriageInstance(database, time, log: log), new TriageInstance(database, time));
        See(one);
        await ExchangeAsync([one, other]);
        one.IsDatabaseAway = true;
        for (var round = 0; round < 3; round++)
        {
            for (var count = 0; count < 10; count++) See(one, viewer: $"{round}");
            Assert.False(await one.ExchangeAsync());
            time.Advance(TimeSpan.FromSeconds(5));
        }
        Assert.Equal(32, See(one).Facts.Count5m);
        Assert.Equal(2, See(other).Facts.Count5m);
        one.IsDatabaseAway = false;
        await ExchangeAsync([one, other]);
        Assert.Equal((34L, 3), (See(other).Facts.Count5m, See(other).Facts.Users60m));
        await ExchangeAsync([other, one]);
        Assert.Equal(36, See(one).Facts.Count5m);
        Assert.Single(log.Lines, line => line.Contains("Each instance counts errors by itself", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_happens_while_instances_tell_each_other_counts_once()
    {
        var triage = New(1)[0].Triage;
        await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
        for (var round = 1; round <= 3; round++)
        {
            Happen();
            var told = triage.Take();
            Happen();
            await db.AddErrorsAsync(told, TimeSpan.FromHours(1), Cancellation);
            Happen();
            triage.Learn(await db.ReadSharedErrorsAsync(since: null, time.UtcNow, Cancellation));
            var facts = triage.See(error.At(time.UtcNow)).Facts; // One more of the error alone.
            Assert.Equal((4L * round, 4L * round, 4L * round), (facts.Count5m, facts.Count60m, facts.Count7d));
            Assert.Equal(3 * round, facts.Requests5m);
        }

        void Happen()
        {
            triage.CountRequest(error.Operation, failed: false, []);
            triage.See(error.At(time.UtcNow));
        }
    }

    [Fact]
    public async Task A_day_without_the_database_is_told_by_the_hour()
    {
        var (one, other) = (new TriageInstance(database, time), new TriageInstance(database, time));
        one.IsDatabaseAway = true;
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            See(one);
            if (minute % 30 == 0) await one.ExchangeAsync();
            time.Advance(TimeSpan.FromMinutes(1));
        }
        one.IsDatabaseAway = false;
        await ExchangeAsync([one, other]);
        await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
        var hours = await db.KnownErrorHours.Where(row => row.ErrorId == error.Id).Select(row => row.Sightings)
            .ToListAsync(Cancellation);
        Assert.Equal(Enumerable.Repeat(60L, 24), hours);
        var minutes = await db.KnownErrorMinutes.CountAsync(row => row.ErrorId == error.Id, Cancellation);
        Assert.InRange(minutes, 100, 122); // Those of the last two hours.
        var row = await db.KnownErrors.SingleAsync(row => row.Id == error.Id, Cancellation);
        Assert.Equal((1441L, 1440L), (See(other).Facts.Count7d, row.Sightings));
    }

    [Fact]
    public async Task An_instance_that_starts_knows_what_the_others_knew()
    {
        var one = New(1)[0];
        one.Triage.NoteRelease("jobs@1");
        See(one);
        await one.ExchangeAsync();
        time.Advance(TimeSpan.FromHours(30));
        See(one);
        await one.ExchangeAsync();

        var late = New(1)[0];
        late.Triage.NoteRelease("jobs@1");
        await late.ExchangeAsync();
        var triaged = See(late);
        Assert.Equal((false, 3L), (triaged.Facts.IsNew, triaged.Facts.Count7d));
        Assert.Equal(30 * 60, triaged.Facts.DeployAgeMin!.Value, 1.0); // It is the same deployment, whenever this one started.
    }

    [Fact]
    public async Task What_an_operator_says_holds_on_every_instance_until_it_ends()
    {
        var instances = New(2);
        See(instances[0]);
        await ExchangeAsync(instances);
        await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
        var (operatorId, version) = (await UserAsync(db), 0);
        Assert.True(await SayAsync(TriageLevel.ActNow, "손님이 전화했다"));
        await ExchangeAsync(instances);
        Assert.All(instances, instance =>
        {
            var raised = See(instance);
            Assert.Equal((TriageLevel.ActNow, TriageLevel.ActNow), (raised.Verdict.Level, raised.Override));
            Assert.DoesNotContain("손님", raised.Verdict.Reason, StringComparison.Ordinal); // Notes stay in the console.
        });

        Assert.True(await SayAsync(TriageLevel.Monitor));
        await ExchangeAsync(instances);
        var lowered = instances[1].Triage.See(error.At(time.UtcNow) with { Core = true, DataLost = true });
        Assert.Equal((TriageLevel.Monitor, false), (lowered.Verdict.Level, lowered.Alerts));

        time.Advance(TimeSpan.FromHours(2));
        Assert.Null(See(instances[0]).Override);
        Assert.True(await SayAsync(TriageLevel.Soon));
        await ExchangeAsync(instances);
        Assert.Equal(TriageLevel.Soon, See(instances[1]).Override);
        Assert.True(await SayAsync(level: null));
        await ExchangeAsync(instances);
        Assert.Null(See(instances[1]).Override);
        Assert.False(await SayAsync(TriageLevel.Soon, errorId: new string('0', 32)));

        Task<bool> SayAsync(TriageLevel? level, string? note = null, string? errorId = null) => db.OverrideErrorAsync(
            new()
            {
                ErrorId = errorId ?? error.Id,
                Version = ++version,
                Level = level,
                Note = note,
                Until = level is null ? null : time.UtcNow.AddHours(2),
                ChangedById = operatorId,
                ChangedAt = time.UtcNow,
            }, Cancellation);
    }

    [Fact]
    public async Task What_another_release_stored_under_another_id_is_learned_under_that_id()
    {
        await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
        var foreign = new KnownError
        {
            Id = $"{Guid.NewGuid():n}",
            Source = ErrorSource.Log,
            Operation = error.Operation,
            Path = error.Path,
            Reason = "rare and off the core path",
            FirstSeenAt = time.UtcNow,
            LastSeenAt = time.UtcNow,
        };
        db.KnownErrors.Add(foreign);
        await db.SaveChangesAsync(Cancellation);
        var instance = New(1)[0];
        Assert.True(await instance.ExchangeAsync());
        Assert.Equal(1, See(instance).Facts.Count5m);
    }

    [Fact]
    public async Task Instances_that_tell_at_the_same_time_neither_lose_nor_block_each_other()
    {
        var instances = New(8);
        await Task.WhenAll(instances.Select(instance => Task.Run(async () =>
        {
            for (var round = 0; round < 10; round++)
            {
                foreach (var number in Enumerable.Range(0, 5).Select(number => SomeErrors.Of("Feed", $"{error.Path}.{number}")))
                    instance.Triage.See(number.At(time.UtcNow) with { Viewer = $"{round}" });
                instance.Triage.CountRequest($"Told{round % 3}", failed: true, [new("told-at-once", "a")]);
                await instance.ExchangeAsync();
            }
        }, Cancellation)));
        await ExchangeAsync(instances);
        await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
        var sightings = db.KnownErrors.Where(row => row.Path!.StartsWith(error.Path + ".")).Select(row => row.Sightings);
        Assert.Equal(Enumerable.Repeat(80L, 5), await sightings.ToListAsync(Cancellation));
        var requests = db.VariantHours.Where(row => row.ExperimentKey == "told-at-once").Select(row => row.Requests);
        Assert.Equal(80, await requests.SumAsync(Cancellation));
        var failures = db.OperationMinutes.Where(row => row.Operation.StartsWith("Told")).Select(row => row.Failures);
        Assert.Equal(80, await failures.SumAsync(Cancellation));
    }

    private List<TriageInstance> New(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new TriageInstance(database, time))];

    /// <summary>Everybody tells, then everybody learns.</summary>
    private static async Task ExchangeAsync(IReadOnlyList<TriageInstance> instances)
    {
        foreach (var instance in instances) Assert.True(await instance.ExchangeAsync());
        foreach (var instance in instances) Assert.True(await instance.ExchangeAsync());
    }

    /// <summary>A name of the test's own; names with long numbers in them are not kept.</summary>
    private static string Letters() => new(Random.Shared.GetItems("abcdefghijklmnopqrstuvwxyz".AsSpan(), 20));

    private static async Task<long> UserAsync(JobsDb db)
    {
        var subject = $"{Guid.NewGuid()}";
        var user = new User { Issuer = "tests", Subject = subject, DisplayName = "당번", CreatedAt = DateTimeOffset.UnixEpoch };
        db.Users.Add(user);
        await db.SaveChangesAsync(Cancellation);
        return user.Id;
    }

    private TriagedError See(TriageInstance instance, string? viewer = null) =>
        instance.Triage.See(error.At(time.UtcNow) with { Viewer = viewer });
}
