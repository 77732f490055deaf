using Jobs.Api.Sentry;

namespace Jobs.Api.Tests.Sentry;

/// <summary>What arrives. The receiver itself refuses wrong headers, lengths, ends of lines and ids.</summary>
public sealed class EnvelopeTests : SentryTest
{
    [Fact]
    public async Task An_event_arrives_with_everything_that_was_said_of_it()
    {
        await using var host = await StartAsync(("Environment", "staging"));
        var captured = new SentryEvent
        {
            Level = SentryLevel.Fatal,
            Logger = "Jobs.Schema",
            Transaction = "ApplyToJobPost",
            Message = "지원서를 저장하지 못했습니다",
            Exceptions = ExceptionChain.Of(new InvalidOperationException("Broken."), handled: true),
            Fingerprint = ["graphql", "ApplyToJobPost", "{{ default }}"],
            Tags = new Dictionary<string, string> { ["triage"] = "actNow", ["core_path"] = "true", ["empty"] = "" },
            Contexts = new Dictionary<string, IReadOnlyDictionary<string, object?>>
            {
                ["triage"] = new Dictionary<string, object?> { ["count"] = 3, ["share"] = 0.013, ["reason"] = "core path" },
            },
            UserId = "5e88489",
            IsGraphQL = true,
        };
        await SendAsync(host, captured);

        var envelope = Assert.Single(Receiver.Received);
        Assert.Equal("2026-03-06T00:00:00Z", envelope.Header.GetProperty("sent_at").GetString());
        var item = envelope.Item;
        Assert.Equal("event", item.Type);
        foreach (var (path, value) in new (string, string?)[]
        {
            ("event_id", Hex(captured.Id)), ("timestamp", "2026-03-06T00:00:00Z"), ("platform", "csharp"), ("level", "fatal"),
            ("logger", "Jobs.Schema"), ("transaction", "ApplyToJobPost"), ("release", "jobs@7.1.0"), ("environment", "staging"),
            ("sdk.name", "jobs-sentry"), ("logentry.formatted", "지원서를 저장하지 못했습니다"),
            ("exception.values.0.type", "System.InvalidOperationException"), ("exception.values.0.value", "Broken."),
            ("exception.values.0.mechanism.handled", "True"), ("fingerprint.2", "{{ default }}"),
            ("tags", """{"triage":"actNow","core_path":"true"}"""), ("contexts.triage.count", "3"),
            ("contexts.triage.share", "0.013"), ("contexts.runtime.name", ".NET"), ("user", """{"id":"5e88489"}"""),
            ("request", """{"api_target":"graphql"}"""), ("server_name", null), ("user.ip_address", null),
        })
            Assert.Equal((path, value), (path, item.Text(path)));
    }

    [Fact]
    public async Task Release_and_environment_have_defaults()
    {
        await using var host = await Configure(("Release", null!)).StartAsync();
        await SendAsync(host);
        var item = Receiver.Items.Single();
        Assert.Matches(@"^jobs@[0-9]+\.[0-9]+\.[0-9]+", item.Text("release"));
        Assert.Equal("production", item.Text("environment"));
    }

    [Fact]
    public async Task Fields_are_cut_to_what_Sentry_takes_and_no_letter_in_two()
    {
        await using var host = await StartAsync();
        var longText = string.Concat(Enumerable.Repeat("😀", 10_000));
        await SendAsync(host, new SentryEvent
        {
            Message = longText,
            Transaction = longText,
            Tags = new Dictionary<string, string> { [new string('k', 300)] = longText, ["lines"] = "one\ntwo" },
            Contexts = new Dictionary<string, IReadOnlyDictionary<string, object?>>
            {
                ["operation"] = new Dictionary<string, object?>
                {
                    ["before"] = 1,
                    ["much"] = new string('x', 9000),
                    ["after"] = 2,
                },
            },
        });
        var item = Receiver.Items.Single();
        Assert.Equal((8191, '…'), (item.Text("logentry.formatted")!.Length, item.Text("logentry.formatted")![^1]));
        Assert.Equal((199, '…'), (item.Text("transaction")!.Length, item.Text("transaction")![^1]));
        var tags = item.At("tags")!.Value.EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.GetString()!);
        Assert.Equal(199, tags[new string('k', 199) + "…"].Length);
        Assert.Equal("one two", tags["lines"]);
        Assert.Equal("""{"before":1,"after":2}""", item.Text("contexts.operation"));
    }

    [Fact]
    public async Task An_event_that_nothing_makes_small_enough_is_given_up_and_reported()
    {
        await using var host = await StartAsync();
        host.Client.Capture(new SentryEvent
        {
            Exceptions =
            [
                .. Enumerable.Range(0, 200).Select(id => new SentryException(
                    "Type", new string('x', 8000), null, new SentryMechanism("generic", id), [])),
            ],
        });
        Assert.True(await FlushAsync(host));
        Assert.Equal(["client_report"], Receiver.Items.Select(item => item.Type));
        Assert.Equal(1, Reported()["internal_sdk_error error"]);
    }

    [Fact]
    public async Task A_value_that_cannot_be_written_costs_its_own_event_only()
    {
        await using var host = await StartAsync();
        host.Client.Capture(new SentryEvent
        {
            Contexts = new Dictionary<string, IReadOnlyDictionary<string, object?>>
            {
                ["operation"] = new Dictionary<string, object?> { ["not a number"] = double.NaN },
            },
        });
        await SendAsync(host);
        Assert.True(await FlushAsync(host));
        Assert.Equal(["event", "client_report"], Receiver.Items.Select(item => item.Type));
        Assert.Equal(1, Reported()["internal_sdk_error error"]);
    }

    [Fact]
    public async Task Half_a_character_that_a_client_sent_does_no_harm()
    {
        await using var host = await StartAsync();
        var tags = new Dictionary<string, string> { ["half"] = "\udc00" };
        await SendAsync(host, new SentryEvent { Message = "half \ud83d of one", Tags = tags });
        Assert.StartsWith("half", Receiver.Items.Single().Text("logentry.formatted"), StringComparison.Ordinal);
    }
}
