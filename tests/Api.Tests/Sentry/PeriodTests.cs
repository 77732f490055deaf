using Jobs.Api.Sentry;
using Jobs.Testing;

namespace Jobs.Api.Tests.Sentry;

/// <summary>What goes once a minute: counts of requests and reports of losses; and check-ins, which go at once.</summary>
public sealed class PeriodTests : SentryTest
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Requests_are_told_as_sums_of_their_minutes()
    {
        var began = Time.UtcNow;
        await using var host = await StartAsync();
        await Wait.UntilAsync(() => Time.NextDue == began + Minute); // The sender rests: it does not set its timer on the way.
        Count(host, SessionStatus.Exited, 70);
        Count(host, SessionStatus.Errored, 3);
        Time.Advance(TimeSpan.FromSeconds(45));
        Count(host, SessionStatus.Crashed, 2);
        Count(host, SessionStatus.Abnormal, 1);
        Assert.Empty(Receiver.Received);
        Time.Advance(TimeSpan.FromSeconds(15));
        await EndedAsync(host, 1);
        var sessions = Receiver.Items.Single();
        Assert.Equal("sessions", sessions.Type);
        Assert.Equal(
            """[{"started":"2026-03-06T00:00:00Z","exited":70,"errored":3,"crashed":2,"abnormal":1}]""",
            sessions.Text("aggregates"));
        Assert.Equal("""{"release":"jobs@7.1.0","environment":"production"}""", sessions.Text("attrs"));
    }

    [Fact]
    public async Task Each_minute_has_its_own_sum_and_a_quiet_one_none()
    {
        await using var host = Configure(); // Not started yet: nobody sends.
        foreach (var minutes in (double[])[0, 1, 3])
        {
            Count(host, SessionStatus.Exited, 1);
            Time.Advance(TimeSpan.FromMinutes(minutes == 0 ? 1 : 2));
        }

        await host.StartAsync();
        Assert.True(await FlushAsync(host));
        var minutesTold = Receiver.Items.Single().At("aggregates")!.Value.EnumerateArray();
        Assert.Equal(
            ["2026-03-06T00:00:00Z", "2026-03-06T00:01:00Z", "2026-03-06T00:03:00Z"],
            minutesTold.Select(minute => minute.GetProperty("started").GetString()));
    }

    [Fact]
    public async Task One_item_has_a_hundred_sums_at_the_most()
    {
        await using var host = Configure();
        for (var minute = 0; minute < 250; minute++)
        {
            Count(host, SessionStatus.Exited, 1);
            Time.Advance(Minute);
        }

        await host.StartAsync();
        Assert.True(await FlushAsync(host));
        Assert.Equal([100, 100, 50], Receiver.Items.Select(item => item.At("aggregates")!.Value.GetArrayLength()));
    }

    [Fact]
    public async Task Losses_are_told_once_a_minute_and_not_one_by_one()
    {
        await using var host = await StartAsync();
        for (var number = 0; number < 1000; number++) host.Client.Discard(DiscardReason.SampleRate, DataCategory.Error);
        host.Client.Discard(DiscardReason.BeforeSend, DataCategory.Error, quantity: 7);
        host.Client.Discard(DiscardReason.SampleRate, DataCategory.Error, quantity: 0);
        await SendAsync(host); // Something else is sent meanwhile.
        Assert.Equal(["event"], Receiver.Items.Select(item => item.Type));
        Time.Advance(Minute);
        await EndedAsync(host, 2);
        Time.Advance(Minute); // Nothing new: no report.
        Assert.True(await FlushAsync(host));
        Assert.Equal(["event", "client_report"], Receiver.Items.Select(item => item.Type));
        Assert.Equal("2026-03-06T00:01:00Z", Receiver.Items[1].Text("timestamp"));
        Assert.Equal(new Dictionary<string, long> { ["sample_rate error"] = 1000, ["before_send error"] = 7 }, Reported());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(-1)]
    public async Task A_report_that_does_not_arrive_is_told_with_the_next_one(int status)
    {
        await using var host = await StartAsync();
        Receiver.Answer = _ => new SentryAnswer(status);
        host.Client.Discard(DiscardReason.SampleRate, DataCategory.Error, quantity: 5);
        Time.Advance(Minute);
        await EndedAsync(host, 1);
        host.Client.Discard(DiscardReason.SampleRate, DataCategory.Error, quantity: 2);
        Receiver.Answer = _ => SentryAnswer.Taken;
        Time.Advance(Minute);
        await EndedAsync(host, 2);
        Assert.Equal(
            ["5", "7"], Receiver.ItemsOf("client_report").Select(report => report.Text("discarded_events.0.quantity")));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task The_longest_report_is_within_its_limit()
    {
        await using var host = await StartAsync();
        foreach (var reason in Enum.GetValues<DiscardReason>())
            foreach (var category in Enum.GetValues<DataCategory>()) host.Client.Discard(reason, category, int.MaxValue);
        Assert.True(await FlushAsync(host));
        Assert.Equal(32, Receiver.Items.Single().At("discarded_events")!.Value.GetArrayLength()); // 4 KiB: the receiver looks.
    }

    [Fact]
    public async Task A_check_in_tells_beginning_end_and_schedule_of_a_run()
    {
        await using var host = await StartAsync();
        var run = new SentryCheckIn("notice-sweeper", CheckInStatus.InProgress)
        {
            Schedule = new MonitorSchedule(EveryMinutes: 5, MarginMinutes: 2, RuntimeMinutesMax: 4, FailuresForIssue: 3),
        };
        host.Client.CheckIn(run);
        host.Client.CheckIn(run.End(isOk: false, TimeSpan.FromSeconds(1.5)));
        Assert.True(await FlushAsync(host));
        const string Rest = """
            "release": "jobs@7.1.0", "environment": "production",
            "monitor_config": {"schedule": {"type": "interval", "value": 5, "unit": "minute"}, "checkin_margin": 2,
                               "max_runtime": 4, "failure_issue_threshold": 3}}
            """;
        var beginning = $$"""{"check_in_id": "{{Hex(run.Id)}}", "monitor_slug": "notice-sweeper", """;
        Assert.Equal(
            [
                JsonText.Of($"{beginning} \"status\": \"in_progress\", {Rest}"),
                JsonText.Of($"{beginning} \"status\": \"error\", \"duration\": 1.5, {Rest}"),
            ],
            Receiver.ItemsOf("check_in").Select(item => item.Payload.ToString()));
    }

    [Fact]
    public async Task What_becomes_of_everything_is_measured()
    {
        await using var host = await StartAsync();
        using var figures = new Figures(host.Metrics);
        await SendAsync(host);
        Receiver.Answer = _ => new SentryAnswer(500);
        await SendAsync(host);
        Receiver.Answer = _ => SentryAnswer.Reset;
        await SendAsync(host);
        Assert.False(await FlushAsync(host)); // Afterwards it is on the disk, and counted whole.
        Assert.Equal(1, figures.Read()["jobs.sentry.buffer.items"]);
        Time.Advance(TimeSpan.FromMilliseconds(500));
        var seen = figures.Read();
        Assert.Equal(1, seen["jobs.sentry.sent error"]);
        Assert.Equal(1, seen["jobs.sentry.discarded send_error error"]);
        foreach (var status in (string[])["200", "500", "none"]) Assert.Equal(1, seen[$"jobs.sentry.requests {status}"]);
        Assert.Equal(0, seen["jobs.sentry.queued"]);
        Assert.Equal(new FileInfo(Files.Single()).Length, seen["jobs.sentry.buffer.size"]);
        Assert.Equal(0.5, seen["jobs.sentry.oldest.age"]);
    }

    private static void Count(SentryHost host, SessionStatus status, int requests)
    {
        for (var number = 0; number < requests; number++) host.Client.CountRequest(status);
    }
}
