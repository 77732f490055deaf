using Jobs.Api.Sentry;
using Jobs.Testing;

namespace Jobs.Api.Tests.Sentry;

/// <summary>A Sentry that refuses, hangs, breaks off or talks nonsense.</summary>
public sealed class FailureTests : SentryTest
{
    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(413)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(302)]
    public async Task What_is_refused_is_not_sent_again_but_reported(int status)
    {
        await using var host = await StartAsync();
        Receiver.Answer = _ => new SentryAnswer(status);
        await SendAsync(host);
        await SendAsync(host);
        Receiver.Answer = _ => SentryAnswer.Taken;
        Assert.True(await FlushAsync(host));
        Assert.Equal(["event", "event", "client_report"], Receiver.Items.Select(item => item.Type));
        Assert.Equal(2, Reported()["send_error error"]);
        Assert.Empty(Files);
        var sentence = $"Sentry refuses an item (Error) with status {status}";
        Assert.Single(Log.Lines, line => line.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("reset")]
    [InlineData("nonsense")]
    public async Task Without_an_answer_the_same_event_is_sent_again_after_a_pause(string fault)
    {
        await using var host = await StartAsync(("RequestSecondsMax", fault == "hang" ? "5" : "60"));
        Receiver.Answer = _ => fault == "hang" ? SentryAnswer.Hang : SentryAnswer.Reset;
        Receiver.TalksNonsense = fault == "nonsense";
        var captured = new SentryEvent();
        host.Client.Capture(captured);
        if (fault == "hang")
        {
            await Wait.UntilAsync(() => Receiver.Received.Count == 1);
            Time.Advance(TimeSpan.FromSeconds(5));
        }

        await EndedAsync(host, 1);
        await Wait.UntilAsync(() => Files.Count == 1);
        Assert.False(await FlushAsync(host)); // It is known that nobody answers: nobody is asked.
        Assert.Equal(1, host.Metrics.Requests);

        (Receiver.Answer, Receiver.TalksNonsense) = (_ => SentryAnswer.Taken, false);
        Time.Advance(TimeSpan.FromSeconds(2));
        await EndedAsync(host, 2);
        await Wait.UntilAsync(() => Files.Count == 0);
        Assert.All(Receiver.ItemsOf("event"), item => Assert.Equal(Hex(captured.Id), item.Text("event_id")));
        Assert.Empty(Reported());
        Assert.Single(Log.Lines, line => line.Contains("Sentry does not answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pauses_double_up_to_their_limit()
    {
        await using var host = await StartAsync(("BackOffSecondsMax", "16"));
        using var answers = new SemaphoreSlim(0);
        var end = Cancellation;
        Receiver.Answer = _ =>
        {
            answers.Wait(end); // Until the clock stands: a pause must not begin while it is on its way.
            return SentryAnswer.Reset;
        };
        answers.Release();
        await SendAsync(host);
        await Wait.UntilAsync(() => Files.Count == 1);
        var requests = 1;
        foreach (var pause in (double[])[1, 2, 4, 8, 16, 16])
        {
            Time.Advance(TimeSpan.FromSeconds(pause * 0.74)); // A pause is up to a quarter shorter or longer than that.
            Assert.False(await FlushAsync(host));
            Assert.Equal(requests, host.Metrics.Requests);
            Time.Advance(TimeSpan.FromSeconds(pause * 0.52));
            answers.Release();
            await EndedAsync(host, ++requests);
        }
    }

    [Fact]
    public async Task A_receiver_that_hangs_costs_one_connection_and_one_request_at_a_time()
    {
        await using var host = await StartAsync(("RequestSecondsMax", "5"));
        Receiver.Answer = _ => SentryAnswer.Hang;
        for (var round = 1; round <= 3; round++)
        {
            for (var number = 0; number < 50; number++) host.Client.Capture(new SentryEvent());
            await Wait.UntilAsync(() => Receiver.Received.Count == round);
            Time.Advance(TimeSpan.FromSeconds(5));
            await EndedAsync(host, round);
            await Wait.UntilAsync(() => Files.Count == round * 50);
            Assert.Equal(round, Receiver.Connections); // One that hung is given up.
            await Wait.UntilAsync(() => Receiver.OpenConnections == 0);
            // Past any pause of this round, and by far not as long as the request that begins on the way may take.
            Time.Advance(TimeSpan.FromSeconds(1.26 * Math.Pow(2, round - 1)));
        }

        Assert.Equal(1, Receiver.OpenConnectionsMax);
    }

    [Fact]
    public async Task While_Sentry_is_away_events_go_to_the_disk_and_afterwards_all_arrive_once()
    {
        await using var host = await StartAsync();
        Receiver.Answer = _ => SentryAnswer.Reset;
        await SendAsync(host);
        for (var number = 0; number < 300; number++)
        {
            host.Client.Capture(new SentryEvent());
            if (number % 50 == 49) Assert.False(await FlushAsync(host));
        }

        await Wait.UntilAsync(() => Files.Count == 301);
        var before = Receiver.Received.Count;
        Receiver.Answer = _ => SentryAnswer.Taken;
        Time.Advance(TimeSpan.FromSeconds(2));
        await Wait.UntilAsync(() => Files.Count == 0);
        var taken = Receiver.ItemsOf("event").Skip(before).Select(item => item.Text("event_id")).ToList();
        Assert.Equal((301, 301), (taken.Count, taken.Distinct().Count()));
    }

    [Fact]
    public async Task A_check_in_that_cannot_be_sent_is_not_kept_because_it_would_be_wrong_later()
    {
        await using var host = await StartAsync();
        Receiver.Answer = _ => SentryAnswer.Reset;
        host.Client.CheckIn(new SentryCheckIn("sweeper", CheckInStatus.Ok));
        await EndedAsync(host, 1);
        host.Client.CheckIn(new SentryCheckIn("sweeper", CheckInStatus.Ok));
        Assert.False(await FlushAsync(host));
        Receiver.Answer = _ => SentryAnswer.Taken;
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(await FlushAsync(host));
        Assert.Equal(["check_in", "client_report"], Receiver.Items.Select(item => item.Type));
        Assert.Equal(2, Reported()["network_error monitor"]);
    }
}
