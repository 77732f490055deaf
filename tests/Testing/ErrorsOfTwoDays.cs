using Jobs.Api.Triage;
using Jobs.Experiments;
using Jobs.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace Jobs.Testing;

/// <summary>
/// What another instance saw until now, triaged and told as every instance does: applications that are lost, a feed without
/// ratings, a job that fails now and then, something bad that is over, and refusals that nobody minds.
/// </summary>
public sealed class ErrorsOfTwoDays(ApiDriver api)
{
    private const int Hours = 47;

    public static readonly ErrorFingerprint LostApplications = ErrorFingerprint.Of(
        ErrorSource.Graphql, "ApplyToJobPost", ["applyToJobPost"], "Npgsql.NpgsqlException",
        "Jobs.Schema.Applications.ApplicationMutations.ApplyToJobPostAsync");

    public static readonly ErrorFingerprint MissingRatings = ErrorFingerprint.Of(
        ErrorSource.Graphql, "JobFeed", ["jobPosts", "edges", "node", "employer", "rating"], "System.TimeoutException",
        "Jobs.Schema.Employers.RatingByEmployerId.LoadBatchAsync");

    public static readonly ErrorFingerprint FailingSweep = ErrorFingerprint.Of(
        ErrorSource.Background, "idempotency-sweep", path: null, "System.IO.IOException",
        "Jobs.Schema.Idempotency.Sweep.RunAsync");

    public static readonly ErrorFingerprint PastOutage = ErrorFingerprint.Of(
        ErrorSource.Graphql, "MyApplications", ["viewer", "applications"], "System.InvalidOperationException",
        "Jobs.Schema.Viewer.ViewerResolvers.Applications");

    public static readonly ErrorFingerprint Refusals = ErrorFingerprint.Expected("ALREADY_APPLIED");

    /// <summary>As before any error.</summary>
    public async Task ForgetAsync()
    {
        await using var db = await api.Database.DbFactory.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await db.KnownErrors.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await db.OperationMinutes.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The two days pass by a clock of their own and end at the service's present.</summary>
    public async Task PassAsync()
    {
        var time = new FakeTimeProvider(api.Time.UtcNow.AddHours(-Hours));
        var options = Options.Create(new TriageOptions());
        var triage = new ErrorTriage(time, options);
        triage.NoteRelease("jobs@7.0.3");
        using var exchange = new ErrorExchange(
            triage, api.Services.GetRequiredService<VariantStops>(), api.Services.GetRequiredService<IDbContextFactory<JobsDb>>(),
            options, new WorkRounds(time), time, api.Services.GetRequiredService<ILogger<ErrorExchange>>());
        for (var hour = 0; hour < Hours; hour++)
        {
            See(triage, time.UtcNow, hour);
            Assert.True(await exchange.ExchangeAsync(TestContext.Current.CancellationToken));
            time.Advance(TimeSpan.FromHours(1));
        }
        SeeNow(triage, time.UtcNow);
        Assert.True(await exchange.ExchangeAsync(TestContext.Current.CancellationToken));
    }

    private static void See(ErrorTriage triage, DateTimeOffset at, int hour)
    {
        for (var count = 0; count < 3 + hour * 5 % 7; count++)
        {
            triage.See(new(MissingRatings, at)
            {
                Core = true,
                RequestFailed = false,
                Viewer = $"reader {(hour + count) % 9}",
                Release = hour < 30 ? "jobs@7.0.3" : "jobs@7.1.0",
            });
        }
        if (hour % 11 == 3) triage.See(new(FailingSweep, at) { RequestFailed = false, Release = "jobs@7.0.3" });
        if (hour == 20)
            for (var count = 0; count < 60; count++)
                triage.See(new(PastOutage, at) { Viewer = $"applicant {count % 30}", Release = "jobs@7.0.3" });
        for (var count = 0; count < 4; count++) triage.CountExpected("ALREADY_APPLIED");
    }

    private static void SeeNow(ErrorTriage triage, DateTimeOffset now)
    {
        for (var count = 0; count < 120; count++)
        {
            triage.CountRequest("JobFeed", failed: false, []);
            triage.CountRequest("ApplyToJobPost", failed: count % 20 == 0, []);
        }
        for (var count = 0; count < 6; count++)
        {
            triage.See(new(LostApplications, now)
            {
                Core = true,
                DataLost = true,
                Viewer = $"applicant {count % 4}",
                Variants = [new("save-hint", count % 4 == 3 ? "control" : "hint")],
                Release = "jobs@7.1.0",
            });
        }
        triage.See(new(MissingRatings, now) { Core = true, RequestFailed = false, Viewer = "reader 1", Release = "jobs@7.1.0" });
    }
}
