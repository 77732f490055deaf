using System.Net.Http.Headers;
using Jobs.Api.Sentry;
using Jobs.Testing;

namespace Jobs.Api.Tests.Sentry;

/// <summary>What Sentry does not want is not sent, for as long as it said, and is accounted for.</summary>
public sealed class RateLimitTests : SentryTest
{
    private static readonly DataCategory[] All = Enum.GetValues<DataCategory>();

    [Theory]
    [InlineData("60:error:organization", 60, "Error")]
    [InlineData("2.5:error;session:key:reason", 2.5, "Error Session")]
    [InlineData("60::organization", 60, "Error Monitor Session Internal")]
    [InlineData("60:monitor:project:quota_exceeded:custom;spans:what_is_to_come", 60, "Monitor")]
    [InlineData("60:internal", 60, "Internal")]
    [InlineData("10:error:key, 30:session:key", 10, "Error Session")]
    [InlineData("60:transaction;log_item;sometimes:key", 60, "")]
    [InlineData("soon:error:key, :error:key, 60, -1:error:key, NaN:error:key", 60, "")]
    [InlineData("1e300:error:key", 86_000, "Error")]
    public void A_limit_holds_for_its_categories_and_its_seconds(string header, double seconds, string categories)
    {
        var limits = new RateLimits(Time);
        limits.Read(200, Headers((RateLimits.Header, header)));
        Assert.Equal(categories, string.Join(' ', All.Where(limits.IsLimited)));
        Time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(categories, string.Join(' ', All.Where(limits.IsLimited)));
        Time.Advance(TimeSpan.FromSeconds(seconds > 80_000 ? 600 : 30));
        Assert.DoesNotContain(All, limits.IsLimited);
    }

    [Theory]
    [InlineData(429, "30", 30)]
    [InlineData(429, "Fri, 06 Mar 2026 00:02:00 GMT", 120)]
    [InlineData(429, null, 60)]
    [InlineData(429, "later", 60)]
    public void A_429_without_a_limit_holds_for_everything(int status, string? retryAfter, double seconds)
    {
        var limits = new RateLimits(Time);
        limits.Read(status, retryAfter is null ? Headers() : Headers(("Retry-After", retryAfter)));
        Time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        Assert.All(All, category => Assert.True(limits.IsLimited(category)));
        Time.Advance(TimeSpan.FromMilliseconds(2));
        Assert.DoesNotContain(All, limits.IsLimited);
    }

    [Fact]
    public void With_a_limit_of_its_own_a_429_says_nothing_of_other_categories()
    {
        var limits = new RateLimits(Time);
        limits.Read(429, Headers((RateLimits.Header, "30:error:key"), ("Retry-After", "600")));
        Assert.Equal([DataCategory.Error], All.Where(limits.IsLimited));
    }

    [Fact]
    public void Without_a_429_Retry_After_means_nothing()
    {
        var limits = new RateLimits(Time);
        limits.Read(503, Headers(("Retry-After", "600")));
        Assert.DoesNotContain(All, limits.IsLimited);
    }

    [Fact]
    public void The_longest_limit_wins_whichever_came_first()
    {
        var limits = new RateLimits(Time);
        limits.Read(200, Headers((RateLimits.Header, "10:error:key"), (RateLimits.Header, "100:error:key, 20::key")));
        limits.Read(200, Headers((RateLimits.Header, "5:error:key")));
        Time.Advance(TimeSpan.FromSeconds(21));
        Assert.Equal([DataCategory.Error], All.Where(limits.IsLimited));
        Time.Advance(TimeSpan.FromSeconds(80));
        Assert.False(limits.IsLimited(DataCategory.Error));
    }

    [Fact]
    public async Task A_limit_in_the_answer_to_an_event_that_was_taken_holds_for_the_next_ones_only()
    {
        await using var host = await StartAsync();
        Receiver.Answer = _ => new SentryAnswer(200, (RateLimits.Header, "30.5:error:key"));
        var first = await SendAsync(host);
        host.Client.Capture(new SentryEvent());
        host.Client.Capture(new SentryEvent());
        Assert.True(await FlushAsync(host));
        Assert.Equal([Hex(first)], Receiver.ItemsOf("event").Select(item => item.Text("event_id")));
        Assert.Equal(2, Reported()["ratelimit_backoff error"]);

        Time.Advance(TimeSpan.FromSeconds(31));
        var next = await SendAsync(host);
        Assert.Equal([Hex(first), Hex(next)], Receiver.ItemsOf("event").Select(item => item.Text("event_id")));
    }

    [Fact]
    public async Task Other_categories_go_on()
    {
        await using var host = await StartAsync();
        Receiver.Answer = envelope => envelope.Item.Type == "event"
            ? new SentryAnswer(429, (RateLimits.Header, "60:error:key")) : SentryAnswer.Taken;
        await SendAsync(host);
        host.Client.CheckIn(new SentryCheckIn("sweeper", CheckInStatus.Ok));
        host.Client.CountRequest(SessionStatus.Exited);
        Assert.True(await FlushAsync(host));
        Assert.Equal(["event", "check_in", "sessions"], Receiver.Items.Select(item => item.Type));
    }

    [Fact]
    public async Task What_was_refused_with_429_is_neither_sent_again_nor_reported()
    {
        await using var host = await StartAsync();
        Receiver.Answer = _ => new SentryAnswer(429, ("Retry-After", "20"));
        await SendAsync(host);
        Receiver.Answer = _ => SentryAnswer.Taken;
        Time.Advance(TimeSpan.FromSeconds(21));
        Assert.True(await FlushAsync(host));
        Assert.Equal(["event"], Receiver.Items.Select(item => item.Type));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Reports_wait_for_the_end_of_a_limit_of_everything()
    {
        await using var host = await StartAsync();
        Receiver.Answer = _ => new SentryAnswer(429);
        await SendAsync(host);
        host.Client.Capture(new SentryEvent());
        Assert.True(await FlushAsync(host));
        Assert.Single(Receiver.Received);
        Receiver.Answer = _ => SentryAnswer.Taken;
        Time.Advance(TimeSpan.FromSeconds(60));
        Assert.True(await FlushAsync(host));
        Assert.Equal(1, Reported()["ratelimit_backoff error"]);
    }

    private static HttpResponseHeaders Headers(params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage();
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response.Headers;
    }
}
