using System.Text;
using Jobs.Api.Sentry;
using Jobs.Testing;

namespace Jobs.Api.Tests.Sentry;

/// <summary>What could not be sent survives the process, within bounds, and leaves through exactly one other.</summary>
public sealed class BufferTests : SentryTest
{
    [Fact]
    public async Task What_one_process_could_not_send_the_next_one_sends_without_being_asked()
    {
        var id = await LeaveAsync();
        Receiver.Answer = _ => SentryAnswer.Taken;
        Time.Advance(TimeSpan.FromHours(23));
        await using var next = await StartAsync();
        await EndedAsync(next, 1);
        var envelope = Receiver.Received[^1];
        Assert.Equal(Hex(id), envelope.Item.Text("event_id"));
        Assert.Equal("2026-03-06T00:00:00Z", envelope.Item.Text("timestamp"));
        Assert.Equal("2026-03-06T23:00:00Z", envelope.Header.GetProperty("sent_at").GetString());
        await Wait.UntilAsync(() => Files.Count == 0);
    }

    [Fact]
    public async Task A_copy_on_the_disk_says_no_time_of_sending_and_belongs_to_its_owner()
    {
        await LeaveAsync();
        var file = Assert.Single(Files);
        var text = await File.ReadAllTextAsync(file, Cancellation);
        Assert.DoesNotContain("sent_at", text, StringComparison.Ordinal);
        Assert.StartsWith("{\"event_id\":", text, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task What_is_too_old_is_given_up()
    {
        await LeaveAsync();
        Receiver.Answer = _ => SentryAnswer.Taken;
        Time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        await using var next = await StartAsync();
        await Wait.UntilAsync(() => Files.Count == 0);
        Assert.True(await FlushAsync(next));
        Assert.Equal(["event", "client_report"], Receiver.Items.Select(item => item.Type));
        Assert.Equal(1, Reported()["cache_overflow error"]);
    }

    [Fact]
    public async Task Beyond_its_number_the_oldest_are_given_up_and_errors_last()
    {
        await using var host = await StartAsync(("BufferFilesMax", "3"));
        Receiver.Answer = _ => SentryAnswer.Reset;
        await SendAsync(host);
        var kept = new List<string>();
        for (var number = 0; number < 4; number++)
        {
            Time.Advance(TimeSpan.FromMilliseconds(1));
            var captured = new SentryEvent();
            if (number > 0) kept.Add(Hex(captured.Id));
            host.Client.Capture(captured);
            host.Client.CountRequest(SessionStatus.Exited);
            Assert.False(await FlushAsync(host));
        }

        await Wait.UntilAsync(() => Files.Count == 3);
        Receiver.Answer = _ => SentryAnswer.Taken;
        Time.Advance(TimeSpan.FromSeconds(2));
        await Wait.UntilAsync(() => Files.Count == 0);
        Assert.True(await FlushAsync(host));
        Assert.Equal(kept, Receiver.ItemsOf("event").Skip(1).Select(item => item.Text("event_id")));
        Assert.Equal((2L, 4L), (Reported()["cache_overflow error"], Reported()["cache_overflow session"]));
    }

    [Fact]
    public async Task Beyond_its_bytes_the_oldest_are_given_up()
    {
        await using var host = await StartAsync(("BufferBytesMax", $"{1 << 20}"));
        Receiver.Answer = _ => SentryAnswer.Reset;
        await SendAsync(host);
        for (var number = 0; number < 40; number++)
        {
            host.Client.Capture(new SentryEvent
            {
                Tags = Enumerable.Range(0, 50).ToDictionary(tag => $"{tag}", _ => new string('당', 200)), // 30 kB.
            });
            Assert.False(await FlushAsync(host));
        }

        await Wait.UntilAsync(() => Files.Sum(file => new FileInfo(file).Length) is > 900_000 and <= 1 << 20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("{\"sdk\":{}}\n")]
    [InlineData("{\"sdk\":{}}\n{\"type\":\"event\",\"length\":100}\n{\"event")]
    [InlineData("{\"sdk\":{}}\n{\"type\":\"event\",\"length\":-1}\n{}\n")]
    [InlineData("{\"sdk\":{},\"sent_at\":\"2026-03-06T00:00:00Z\"}\n{\"type\":\"event\",\"length\":2}\n{}\n")]
    [InlineData("{\"sdk\":{}}\n{\"type\":\"event\",\"length\":2}\n{}{}\n")]
    [InlineData("[]\n{\"type\":\"event\",\"length\":2}\n{}\n")]
    public async Task A_file_that_is_no_envelope_is_given_up_and_the_next_one_sent(string content)
    {
        var id = await LeaveAsync();
        var file = Assert.Single(Files);
        var older = Path.Combine(Path.GetDirectoryName(file)!, "error-0000000000001-0.envelope");
        await File.WriteAllTextAsync(older, content, Encoding.ASCII, Cancellation);
        Time.UtcNow = DateTimeOffset.FromUnixTimeMilliseconds(2);
        Receiver.Answer = _ => SentryAnswer.Taken;
        await using var next = await StartAsync();
        await EndedAsync(next, 1);
        await Wait.UntilAsync(() => Files.Count == 0);
        Assert.True(await FlushAsync(next));
        Assert.Equal(Hex(id), Receiver.ItemsOf("event")[^1].Text("event_id"));
        Assert.Equal(1, Reported()["internal_sdk_error error"]);
    }

    [Fact]
    public async Task What_a_killed_process_had_not_finished_writing_is_swept_away()
    {
        await LeaveAsync();
        var half = Assert.Single(Files) + ".new";
        await File.WriteAllTextAsync(half, "{\"sdk\"", Cancellation);
        await using var next = await StartAsync();
        await Wait.UntilAsync(() => !File.Exists(half));
    }

    [Fact]
    public async Task What_a_process_that_is_gone_left_is_sent_by_exactly_one_of_those_that_remain()
    {
        // Three processes side by side, each with its own folder; two of them end and leave something.
        Receiver.Answer = _ => SentryAnswer.Reset;
        var first = await StartAsync();
        var second = await StartAsync();
        List<string> left = [Hex(await SendAsync(first)), Hex(await SendAsync(second))];
        await Wait.UntilAsync(() => Files.Count == 2);
        await using var third = await StartAsync();
        Assert.True(await FlushAsync(third));
        Assert.Equal(0, third.Metrics.Requests); // Nothing of those who live is touched.
        await first.DisposeAsync();
        await second.DisposeAsync();

        Receiver.Answer = _ => SentryAnswer.Taken;
        var before = Receiver.Received.Count;
        var others = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync()));
        await Wait.UntilAsync(() => Files.Count == 0);
        foreach (var other in others) Assert.True(await FlushAsync(other));
        Assert.True(await FlushAsync(third));
        var sent = Receiver.Received.Skip(before).Select(envelope => envelope.Item.Text("event_id")!);
        Assert.Equal(left.Order(), sent.Order());
    }

    [Fact]
    public async Task Who_goes_on_looks_every_minute_for_what_others_left()
    {
        Receiver.Answer = _ => SentryAnswer.Reset;
        var other = await StartAsync();
        var id = await SendAsync(other);
        await using var host = await StartAsync();
        Assert.True(await FlushAsync(host));
        await other.DisposeAsync();
        Receiver.Answer = _ => SentryAnswer.Taken;
        Assert.True(await FlushAsync(host));
        Assert.Equal(0, host.Metrics.Requests);
        Time.Advance(TimeSpan.FromSeconds(60));
        await EndedAsync(host, 1);
        Assert.Equal(Hex(id), Receiver.Items[^1].Text("event_id"));
    }

    [Fact]
    public async Task What_waits_for_one_project_is_not_sent_to_another()
    {
        await LeaveAsync();
        Receiver.Answer = _ => SentryAnswer.Taken;
        await using var other = await StartAsync(("Dsn", Receiver.Dsn.Replace(
            SentryReceiver.PublicKey, "fedcba", StringComparison.Ordinal)));
        Assert.True(await FlushAsync(other));
        Assert.Equal(0, other.Metrics.Requests);
        Assert.Single(Files);
    }

    [Fact]
    public async Task Without_a_disk_what_cannot_be_sent_waits_in_memory()
    {
        var file = Path.Combine(Folder, "no-folder");
        await File.WriteAllTextAsync(file, "", Cancellation);
        await using var host = await StartAsync(("BufferFolder", file));
        Receiver.Answer = _ => SentryAnswer.Reset;
        var id = await SendAsync(host);
        Assert.False(await FlushAsync(host));
        Receiver.Answer = _ => SentryAnswer.Taken;
        Time.Advance(TimeSpan.FromSeconds(2));
        await EndedAsync(host, 2);
        Assert.Equal(Hex(id), Receiver.Items[^1].Text("event_id"));
        Assert.Single(Log.Lines, line => line.Contains("The disk cannot keep", StringComparison.Ordinal));
    }

    // A process that ends while Sentry is away.
    private async Task<Guid> LeaveAsync()
    {
        Receiver.Answer = _ => SentryAnswer.Reset;
        await using var host = await StartAsync();
        var id = await SendAsync(host);
        await host.StopAsync();
        return id;
    }
}
