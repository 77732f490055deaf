using Jobs.Api.Sentry;
using Jobs.Testing;

namespace Jobs.Api.Tests.Sentry;

/// <summary>The end of a process, whether it ran or never got so far; and no DSN at all.</summary>
public sealed class FlushTests : SentryTest
{
    [Fact]
    public async Task A_failed_start_is_sent_though_no_hosted_service_ever_started()
    {
        await using var host = Configure();
        host.Client.Capture(new SentryEvent { Level = SentryLevel.Fatal });
        Assert.True(await FlushAsync(host));
        Assert.Equal("fatal", Receiver.Items.Single().Text("level"));
    }

    [Fact]
    public async Task A_failed_start_while_Sentry_hangs_goes_on_in_time_and_leaves_its_event_on_the_disk()
    {
        await using (var host = Configure())
        {
            Receiver.Answer = _ => SentryAnswer.Hang;
            host.Client.Capture(new SentryEvent());
            var flushing = host.Client.FlushAsync(TimeSpan.FromSeconds(2), Cancellation);
            await Wait.UntilAsync(() => Receiver.Received.Count == 1);
            Assert.False(flushing.IsCompleted);
            Time.Advance(TimeSpan.FromSeconds(2));
            Assert.False(await flushing);
        }

        Assert.Single(Files);
    }

    [Fact]
    public async Task A_service_that_stops_sends_what_it_has_at_once()
    {
        await using var host = await StartAsync();
        for (var number = 0; number < 20; number++) host.Client.Capture(new SentryEvent());
        host.Client.CountRequest(SessionStatus.Exited);
        host.Client.Discard(DiscardReason.SampleRate, DataCategory.Error);
        await host.StopAsync();
        Assert.Equal([.. Enumerable.Repeat("event", 20), "sessions", "client_report"], Receiver.Items.Select(item => item.Type));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task A_service_that_stops_while_Sentry_hangs_stops_in_time_and_the_rest_is_sent_after_the_next_start()
    {
        var host = await StartAsync();
        Receiver.Answer = _ => SentryAnswer.Hang;
        var ids = Enumerable.Range(0, 3).Select(_ => new SentryEvent()).ToList();
        foreach (var captured in ids) host.Client.Capture(captured);
        host.Client.CountRequest(SessionStatus.Exited);
        await Wait.UntilAsync(() => Receiver.Received.Count == 1);
        var stopping = host.StopAsync();
        Assert.False(stopping.IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(2));
        await stopping;
        Assert.Equal(4, Files.Count);
        Assert.Contains(Log.Lines, line => line.Contains("4 items for Sentry stay on the disk", StringComparison.Ordinal));

        Receiver.Answer = _ => SentryAnswer.Taken;
        await using var next = await StartAsync();
        await EndedAsync(next, 4);
        Assert.Equal(
            ids.Select(captured => Hex(captured.Id)).Order(),
            Receiver.ItemsOf("event").Skip(1).Select(item => item.Text("event_id")).Order());
        Assert.Single(Receiver.ItemsOf("sessions"));
    }

    [Fact]
    public async Task After_the_end_nothing_is_taken_and_nothing_breaks()
    {
        await using var host = await StartAsync();
        await host.StopAsync();
        host.Client.Capture(new SentryEvent());
        host.Client.CheckIn(new SentryCheckIn("sweeper", CheckInStatus.Ok));
        host.Client.CountRequest(SessionStatus.Exited);
        Assert.False(await FlushAsync(host));
        Assert.Empty(Receiver.Received);
    }

    [Fact]
    public async Task Without_a_DSN_nothing_is_sent_nothing_is_kept_and_no_folder_is_made()
    {
        await using var host = await StartAsync(("Dsn", ""));
        using var figures = new Figures(host.Metrics);
        Assert.False(host.Client.IsEnabled);
        host.Client.Capture(new SentryEvent());
        host.Client.CheckIn(new SentryCheckIn("sweeper", CheckInStatus.Ok));
        host.Client.CountRequest(SessionStatus.Crashed);
        host.Client.Discard(DiscardReason.SampleRate, DataCategory.Error);
        Time.Advance(TimeSpan.FromMinutes(10));
        Assert.True(await FlushAsync(host));
        await host.StopAsync();
        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
        Assert.Equal(0, Receiver.Connections);
        Assert.All(figures.Read().Values, value => Assert.Equal(0, value));
    }

    [Fact]
    public async Task The_DSN_stands_in_no_line_of_the_log()
    {
        await using (var host = await StartAsync())
        {
            Receiver.Answer = _ => SentryAnswer.Reset;
            await SendAsync(host);
            Receiver.Answer = _ => new SentryAnswer(403);
            Time.Advance(TimeSpan.FromSeconds(2));
            await EndedAsync(host, 2);
        }

        Assert.NotEmpty(Log.Lines);
        foreach (var part in (string[])[SentryReceiver.PublicKey, "an-old-secret", Receiver.Authority])
            Assert.DoesNotContain(part, Log.Text, StringComparison.Ordinal);
    }
}
