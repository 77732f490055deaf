using System.Diagnostics;
using Jobs.Api.Sentry;
using Jobs.Testing;

namespace Jobs.Api.Tests.Sentry;

/// <summary>As the service runs: nobody wants a span of the request.</summary>
public sealed class TraceWithoutSpanTests(SentryApi api) : TraceContinuationTests(api), IClassFixture<SentryApi>;

/// <summary>As it runs with an exporter of spans.</summary>
public sealed class TraceOfSpanTests(SpannedSentryApi api) : TraceContinuationTests(api), IClassFixture<SpannedSentryApi>;

/// <summary>Which trace an event belongs to, and who is told of it.</summary>
public abstract class TraceContinuationTests(SentryApi api)
{
    private const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string SpanId = "00f067aa0ba902b7";
    private const string OtherTraceId = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private const string Baggage = $"vendor=secret-of-another,sentry-trace_id={TraceId};p=1, sentry-public_key=abc,"
        + "sentry-transaction=%2Fpeople%2Fmina,sentry-user_id=mina,sentry-environment=mina%20%40x,sentry-release=web%401.2,"
        + "sentry-sample_rate=0.25,sentry-sampled=true,sentry-sample_rand=0.125";

    [Fact]
    public async Task An_event_of_a_request_belongs_to_a_trace_that_begins_here()
    {
        var envelope = await api.FailAsync();
        var (traceId, spanId) = (envelope.Item.Text("contexts.trace.trace_id")!, envelope.Item.Text("contexts.trace.span_id")!);
        Assert.Matches("^[0-9a-f]{32}$", traceId);
        Assert.Matches("^[0-9a-f]{16}$", spanId);
        var expected = $$"""
            {"trace_id": "{{traceId}}", "public_key": "{{SentryReceiver.PublicKey}}", "release": "jobs@7.1.0",
             "environment": "production"}
            """;
        Assert.Equal(JsonText.Of(expected), envelope.Header.GetProperty("trace").ToString());
        Assert.NotEqual(traceId, (await api.FailAsync()).Item.Text("contexts.trace.trace_id"));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("-0")]
    [InlineData("")]
    public async Task Without_traceparent_the_headers_of_Sentry_are_gone_on_from(string sampled)
    {
        var envelope = await api.FailAsync("", ("sentry-trace", $"{TraceId}-{SpanId}{sampled}"), ("baggage", Baggage));
        Assert.Equal(TraceId, envelope.Item.Text("contexts.trace.trace_id"));
        const string AsItCame = $$"""
            {"trace_id": "{{TraceId}}", "public_key": "abc", "release": "web@1.2", "sample_rate": "0.25", "sampled": "true",
             "sample_rand": "0.125"}
            """;
        Assert.Equal(JsonText.Of(AsItCame), envelope.Header.GetProperty("trace").ToString());
        Assert.DoesNotContain("secret-of-another", envelope.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mina", envelope.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_traceparent_it_alone_decides_and_baggage_of_another_trace_is_left_alone()
    {
        var envelope = await api.FailAsync("", ("traceparent", $"00-{OtherTraceId}-{SpanId}-01"),
            ("sentry-trace", $"{TraceId}-{SpanId}-1"), ("baggage", Baggage));
        Assert.Equal(OtherTraceId, envelope.Item.Text("contexts.trace.trace_id"));
        Assert.Equal(OtherTraceId, envelope.Header.GetProperty("trace").GetProperty("trace_id").GetString());
        Assert.False(envelope.Header.GetProperty("trace").TryGetProperty("sample_rate", out _));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData($"{TraceId}-{SpanId}-2")]
    [InlineData($"00000000000000000000000000000000-{SpanId}-1")]
    [InlineData($"{TraceId}-0000000000000000")]
    public async Task What_is_no_such_header_begins_nothing(string header)
    {
        var envelope = await api.FailAsync("", ("sentry-trace", header), ("baggage", Baggage));
        Assert.NotEqual(TraceId, envelope.Item.Text("contexts.trace.trace_id"));
        Assert.False(envelope.Header.GetProperty("trace").TryGetProperty("sample_rate", out _));
    }

    [Theory]
    [InlineData("https://abc@o1.sentry.example/42", "sentry-org_id=1", true)]
    [InlineData("https://abc@o1.sentry.example/42", "sentry-org_id=2", false)]
    [InlineData("https://abc@o1.sentry.example/42", "", true)]
    [InlineData("https://abc@sentry.example/42", "sentry-org_id=2", true)]
    public void A_trace_of_another_organisation_is_not_gone_on_from(string dsn, string baggage, bool isContinued)
    {
        Assert.True(Dsn.TryParse(dsn, out var parsed));
        var propagator = new SentryPropagator(parsed, DistributedContextPropagator.CreateDefaultPropagator());
        var headers = new Dictionary<string, string> { ["sentry-trace"] = $"{TraceId}-{SpanId}", ["baggage"] = baggage };
        propagator.ExtractTraceIdAndState(headers, Get, out var traceId, out _);
        Assert.Equal(isContinued ? $"00-{TraceId}-{SpanId}-01" : null, traceId);
        Assert.Null(propagator.ExtractBaggage(headers, Get));

        static void Get(object? carrier, string name, out string? value, out IEnumerable<string>? values) =>
            (value, values) = (((Dictionary<string, string>)carrier!).GetValueOrDefault(name), null);
    }

    [Fact]
    public async Task The_trace_is_told_to_configured_addresses_only_and_without_the_baggage_of_others()
    {
        foreach (var path in (string[])["/ours/a", "/oursandmore", "/theirs"])
            await api.SendAsync("query Asking($address: String!) { ask(address: $address) }",
                new { address = new Uri(api.Called.Address, path).AbsoluteUri },
                ("sentry-trace", $"{TraceId}-{SpanId}-1"), ("baggage", Baggage));
        var ours = api.Called.Headers["/ours/a"];
        Assert.Matches($"^{TraceId}-[0-9a-f]{{16}}-1$", ours["sentry-trace"]);
        Assert.NotEqual($"{TraceId}-{SpanId}-1", ours["sentry-trace"]);
        Assert.Equal($"00-{ours["sentry-trace"][..^1]}01", ours["traceparent"]);
        Assert.Equal(
            $"own=1, sentry-trace_id={TraceId},sentry-public_key=abc,sentry-release=web%401.2,sentry-sample_rate=0.25,"
                + "sentry-sampled=true,sentry-sample_rand=0.125",
            ours["baggage"]);
        foreach (var path in (string[])["/oursandmore", "/theirs"])
        {
            Assert.Equal("own=1", api.Called.Headers[path]["baggage"]);
            Assert.DoesNotContain("sentry-trace", api.Called.Headers[path].Keys);
        }
    }
}
