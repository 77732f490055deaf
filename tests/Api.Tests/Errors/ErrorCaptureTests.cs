using System.Globalization;
using Jobs.Api.Sentry;
using Jobs.Experiments;
using Jobs.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Api.Tests.Errors;

/// <summary>What breaks in the service, as Sentry receives it.</summary>
public sealed class ErrorCaptureTests(WatchedApi api) : IClassFixture<WatchedApi>
{
    [Fact]
    public async Task A_resolver_of_a_core_path_that_breaks_is_to_be_handled_now()
    {
        ApiResponse? answer = null;
        var error = Assert.Single(await api.EventsOfAsync(async () =>
            answer = await api.As(viewer: 7).SendAsync("query Home { mine: brokenFeed { rating } }")));
        Assert.Equal(answer!.Text("errors.0.extensions.errorId"), error.Text("event_id"));
        Assert.Equal("error", error.Text("level"));
        Assert.Equal(
            ("actNow", "true", "false", "Home", "Query.brokenFeed"),
            (error.Text("tags.triage"), error.Text("tags.core_path"), error.Text("tags.data_lost"),
                TagOf(error, "graphql.operation"), TagOf(error, "graphql.field")));
        // By this tag the console's link finds it.
        Assert.Equal(error.Text("fingerprint.0"), TagOf(error, SentryProject.FingerprintTag));
        Assert.Equal("Home", error.Text("transaction"));
        Assert.Equal("""["mine"]""", error.Text("contexts.operation.paths"));
        Assert.Equal("Query", error.Text("contexts.operation.parent_type"));
        Assert.Equal("core path, a request failed", error.Text("contexts.triage.reason"));
        Assert.Equal("rollback", error.Text("contexts.triage.action")); // The release has just been started for the first time.
        Assert.Matches("^[0-9a-f]{16}$", error.Text("user.id"));
        Assert.Equal("System.InvalidOperationException", error.Text("exception.values.0.type"));
        Assert.Contains("BrokenFeed", error.Text("exception.values.0.stacktrace.frames"), StringComparison.Ordinal);
        Assert.Equal(32, error.Text("contexts.trace.trace_id")!.Length);
    }

    [Fact]
    public async Task Twenty_fields_that_one_exception_fails_are_one_event()
    {
        ApiResponse? answer = null;
        var error = Assert.Single(await api.EventsOfAsync(async () =>
            answer = await api.Anonymous.SendAsync("query Badges { badges(count: 20) { label } }")));
        Assert.Equal(20, answer!["errors"]!.AsArray().Count);
        Assert.Single(answer["errors"]!.AsArray().Select(entry => $"{entry!["extensions"]!["errorId"]}").Distinct());
        Assert.Equal("""["badges.[].label"]""", error.Text("contexts.operation.paths"));
        Assert.Equal(("monitor", "info"), (error.Text("tags.triage"), error.Text("level")));
        Assert.Equal("Badge.label", TagOf(error, "graphql.field"));
        Assert.InRange(error.At("exception.values.0.stacktrace.frames")!.Value.GetArrayLength(), 1, 19); // Not one for each field.
        Assert.Null(error.At("user"));
    }

    [Fact]
    public async Task A_field_beneath_a_core_path_that_may_be_missing_is_monitored()
    {
        var error = Assert.Single(await api.EventsOfAsync(() => api.Anonymous.SendAsync("query Rated { feed { rating } }")));
        Assert.Equal(("monitor", "false"), (error.Text("tags.triage"), error.Text("tags.core_path")));
        Assert.Equal("rare and off the core path", error.Text("contexts.triage.reason"));
    }

    [Fact]
    public async Task An_operation_without_a_name_has_its_share_of_failures_too()
    {
        for (var request = 0; request < 30; request++) await api.Anonymous.SendAsync("{ __typename }");
        var error = Assert.Single(await api.EventsOfAsync(() => api.Anonymous.SendAsync("{ badges(count: 1) { label } }")));
        Assert.InRange(int.Parse(error.Text("contexts.triage.requests_5m")!, CultureInfo.InvariantCulture), 30, int.MaxValue);
        Assert.Equal("-", TagOf(error, "graphql.operation"));
    }

    [Fact]
    public async Task A_mutation_that_breaks_has_lost_what_it_was_sent()
    {
        var lost = Assert.Single(await api.EventsOfAsync(() => api.Anonymous.SendAsync("mutation Apply { apply }")));
        Assert.Equal(
            ("fatal", "actNow", "true", "true"),
            (lost.Text("level"), lost.Text("tags.triage"), lost.Text("tags.data_lost"), lost.Text("tags.page")));
        var elsewhere = Assert.Single(await api.EventsOfAsync(() => api.Anonymous.SendAsync("mutation Rename { rename }")));
        Assert.Equal(("warning", "soon"), (elsewhere.Text("level"), elsewhere.Text("tags.triage")));
    }

    [Fact]
    public async Task A_timer_whose_round_fails_is_an_event_and_a_missed_check_in()
    {
        var error = Assert.Single(await api.EventsOfAsync(() => api.Services.GetRequiredService<WorkRounds>().RunAsync(
            "sweep", TimeSpan.FromMinutes(5), _ => throw new TimeZoneNotFoundException("No zone."), CancellationToken.None)));
        Assert.Equal(("background", "sweep", "monitor"), (error.Text("tags.source"), error.Text("transaction"), error.Text("tags.triage")));
        var checkIn = Assert.Single(api.Receiver.ItemsOf("check_in"), item => item.Text("monitor_slug") == "sweep");
        Assert.Equal("error", checkIn.Text("status"));
        Assert.Contains(api.Log.Lines, line => line.Contains("A round of sweep failed (monitor: rare", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_of_the_log_that_says_error_is_an_event_without_its_arguments()
    {
        var error = Assert.Single(await api.EventsOfAsync(() =>
            api.Anonymous.SendAsync("query ($text: String) { logged(text: $text) }", new { text = "canary" })));
        Assert.Equal(("log", "IndexStale"), (error.Text("tags.source"), error.Text("message") ?? error.Text("logentry.formatted")));
        Assert.DoesNotContain("canary", error.Payload.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ refused }")]
    [InlineData("{ gone }")]
    [InlineData("{ nothing }")]
    [InlineData("{")]
    public async Task What_clients_run_into_by_themselves_is_no_event(string query) =>
        Assert.Empty(await api.EventsOfAsync(() => api.Anonymous.SendAsync(query)));

    [Fact]
    public async Task Nothing_that_a_client_sends_reaches_Sentry_or_the_log()
    {
        const string Canary = "canary-42-0105551234";
        foreach (var query in new[] { "brokenFeed(text: $t) { rating }", "feed { rating(text: $t) }" })
        {
            await SendAsync($"query Find($t: String) {{ {query} }}", Canary);
            await SendAsync($"{{ {query.Replace("$t", $"\"{Canary}\"", StringComparison.Ordinal)} }}", Canary);
        }
        await SendAsync($"mutation Apply {{ apply(text: \"{Canary}\") }}", Canary);
        await api.FlushAsync();
        Assert.NotEmpty(api.Receiver.Received);
        Assert.All(api.Receiver.Received, envelope => Assert.DoesNotContain("0105551234", envelope.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("0105551234", api.Log.Text, StringComparison.Ordinal);
    }

    private static string? TagOf(ReceivedItem error, string name) => error.At("tags")!.Value.GetProperty(name).GetString();

    private async Task SendAsync(string query, string canary)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/graphql?trace={canary}")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { query, variables = new { t = canary } }),
        };
        foreach (var header in new[] { "Cookie", "User-Agent", "Referer", "X-Forwarded-For", "X-Device-Id", "apollographql-client-name", "baggage" })
            request.Headers.TryAddWithoutValidation(header, $"{canary}={canary}");
        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
    }
}
