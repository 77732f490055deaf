using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jobs.Api.Observability;
using Jobs.Api.Tests.WebConsole;
using Jobs.Api.Tests.WebSockets;
using Jobs.Experiments;
using Jobs.GraphQL;
using Jobs.GraphQL.Language;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Jobs.Api.Tests.Errors;

/// <summary>A secret goes in wherever anything can go in, and must not come out in what is logged or sent to others.</summary>
public sealed partial class CanaryTests(CanaryApi api) : IClassFixture<CanaryApi>
{
    private const string Ascii = "zqxcanary.5550-1234";
    private const string Secret = $"김카나리 {Ascii} 010-5550-1234";
    private static readonly string[] Traces = ["카나리", "zqxcanary", "5550-1234"];

    [Fact(Timeout = 300_000)]
    public async Task Nothing_of_any_input_is_logged_or_sent_on_whether_things_work_or_break()
    {
        var inputs = new EveryInput(api.Services.GetRequiredService<GraphQLEngine>().Schema, Secret, await api.IdsAsync()).Operations();
        Assert.InRange(inputs.Select(input => input.Coordinate).Distinct().Count(), 40, 400);
        Assert.Contains("Mutation.applyToJobPost", inputs.Select(input => input.Coordinate));
        Assert.Contains("Employer.applications", inputs.Select(input => input.Coordinate));

        await SendAllAsync(inputs);
        await ExecuteOnTablesAsync("ALTER TABLE {0} ADD CONSTRAINT broken CHECK (false) NOT VALID");
        await SendAllAsync(inputs);
        await ExecuteOnTablesAsync("ALTER TABLE {0} DROP CONSTRAINT broken");
        await ExecuteAsync(
            "ALTER SCHEMA public RENAME TO away", "CREATE SCHEMA public", "ALTER TABLE away.users SET SCHEMA public");
        await SendAllAsync(inputs);
        await ExecuteAsync("ALTER TABLE users SET SCHEMA away", "DROP SCHEMA public", "ALTER SCHEMA away RENAME TO public");
        await AssertSilenceAsync();

        Assert.InRange(api.Receiver.ItemsOf("event").Count, 20, int.MaxValue);
        Assert.Equal(
            ["/self/hosted/api/42/integration/otlp/v1/traces", "/v1/metrics", "/v1/traces"], api.Receiver.OtherRequests.Keys.Order());
        Assert.NotEmpty(api.Mixpanel.Taken);
    }

    [Fact(Timeout = 300_000)]
    public async Task Nothing_of_the_consoles_forms_is_logged_or_sent_on_whether_things_work_or_break()
    {
        var visitor = new Visitor(api.Http);
        (await visitor.SignInAsync(Secret)).Dispose();
        (await visitor.SignInAsync(ApiDriver.TokenOf(CanaryApi.Manager, api.Time.UtcNow, "product-manager"))).Dispose();
        var sent = 0;
        foreach (var isBroken in new[] { false, true })
        {
            if (isBroken) await ExecuteOnTablesAsync("ALTER TABLE {0} ADD CONSTRAINT broken_for_the_console CHECK (false) NOT VALID");
            foreach (var path in new[] { "/console/new", "/console/new-flag", "/console" })
            {
                using var page = await visitor.GetAsync(path);
                var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                foreach (var handler in FormHandler().Matches(html).Select(match => match.Groups[1].Value).Where(name => name != "sign-out"))
                {
                    foreach (var isFree in new[] { false, true })
                    {
                        var fields = FieldName().Matches(html).Select(match => match.Groups[1].Value).Distinct()
                            .ToDictionary(name => name, name => isFree ? Secret : name.EndsWith("Key", StringComparison.Ordinal) ? $"k{sent}" : Secret);
                        fields["_handler"] = handler;
                        fields["Input.Json"] = Secret;
                        (await visitor.PostAsync($"{path}?{Ascii}={Ascii}", fields)).Dispose();
                        sent++;
                    }
                }
            }
            foreach (var path in new[] { "experiments", "flags", "nowhere" })
                (await visitor.GetAsync($"/console/{path}/{Uri.EscapeDataString(Secret)}?{Ascii}")).Dispose();
        }
        await ExecuteOnTablesAsync("ALTER TABLE {0} DROP CONSTRAINT broken_for_the_console");
        Assert.InRange(sent, 10, 100);
        await AssertSilenceAsync();
    }

    private async Task SendAllAsync(IReadOnlyList<FilledOperation> inputs)
    {
        foreach (var input in inputs.Where(input => input.Kind != OperationType.Subscription))
        {
            var body = Body(input.Query, input.Variables);
            AssertExecuted(await PostAsync(body, ApiDriver.TokenOf(CanaryApi.Member, api.Time.UtcNow)));
            AssertExecuted(await PostAsync(
                Body(input.Literally, null), ApiDriver.TokenOf(CanaryApi.Member + 1, api.Time.UtcNow, "operator")));
            AssertExecuted(await PostAsync(body, token: null));
        }
        foreach (var input in inputs.Where(input => input.Kind == OperationType.Query).DistinctBy(input => input.Coordinate))
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get,
                $"/graphql?query={Uri.EscapeDataString(input.Query)}&variables={Uri.EscapeDataString(input.Variables.ToJsonString())}"
                + $"&extensions={Uri.EscapeDataString($$"""{"{{Ascii}}":"{{Ascii}}"}""")}");
            await SendAsync(request);
        }
        await PostAsync(Body($"{{ {Ascii}", null), token: null);
        await PostAsync(Secret, token: null);
        await PostAsync(Body("{ __typename }", null), token: $"e30.{Ascii}.e30");
        await SubscribeAsync(inputs.Where(input => input.Kind == OperationType.Subscription));
    }

    private async Task SubscribeAsync(IEnumerable<FilledOperation> inputs)
    {
        var address = new Uri(api.Http.BaseAddress!, "/graphql");
        using (var stranger = await LiveSocket.OpenAsync(address))
        {
            await stranger.SendAsync(Message(new() { ["type"] = "connection_init", ["payload"] = new JsonObject { ["Authorization"] = Secret } }));
            await stranger.ReceiveAsync();
        }
        using var socket = await LiveSocket.OpenAsync(address);
        var token = ApiDriver.TokenOf(CanaryApi.Member, api.Time.UtcNow);
        await socket.SendAsync(Message(new()
        {
            ["type"] = "connection_init",
            ["payload"] = new JsonObject { ["Authorization"] = $"Bearer {token}", ["device"] = Secret },
        }));
        await socket.ExpectAsync("connection_ack");
        foreach (var (number, input) in inputs.Index())
        {
            foreach (var (id, payload) in new[] { ($"{Secret}{number}", Payload(input.Query, input.Variables)), ($"{number}", Payload(input.Literally, null)) })
                await socket.SendAsync(Message(new() { ["id"] = id, ["type"] = "subscribe", ["payload"] = payload }));
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            using var request = Request(Body(input.Query, input.Variables), token);
            request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
            (await api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token)).Dispose();
        }
        await socket.SendAsync("""{"type":"ping"}""");
        while ((string?)(await socket.ReceiveAsync())?["type"] is not ("pong" or null))
        {
            // Whatever the subscriptions have to say.
        }
        await socket.SendAsync(Secret);
        await socket.ReceiveAsync();
    }

    // A value that its scalar refuses is told to its sender, and ends the operation before it is executed: that is a way, too.
    private static void AssertExecuted(string answer) =>
        Assert.True(!answer.Contains("GRAPHQL_", StringComparison.Ordinal) || answer.Contains(Ascii, StringComparison.Ordinal), answer);

    private Task<string> PostAsync(string body, string? token) => SendAsync(Request(body, token));

    private static HttpRequestMessage Request(string body, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/graphql?{Ascii}={Ascii}")
        {
            Content = new StringContent(body, null, "application/json"),
        };
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return request;
    }

    private async Task<string> SendAsync(HttpRequestMessage request)
    {
        foreach (var header in new[]
        {
            "Cookie", "User-Agent", "Referer", "Origin", "X-Forwarded-For", "X-Device-Id", "X-Request-Id", "apollographql-client-name",
            "apollographql-client-version", "baggage", "tracestate", "Jobs-Notice-Preview",
        })
            request.Headers.TryAddWithoutValidation(header, $"{Ascii}={Ascii}");
        using var owned = request;
        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static string Body(string query, JsonObject? variables) => Payload(query, variables).ToJsonString();

    private static JsonObject Payload(string query, JsonObject? variables) => new()
    {
        ["query"] = query,
        ["variables"] = variables?.DeepClone(),
    };

    private static string Message(JsonObject message) => message.ToJsonString();

    private async Task ExecuteOnTablesAsync([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string statement)
    {
        // Without people nobody can sign in, and little would be reached.
        await using var db = await api.Database.DbFactory.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var tables = await db.Database.SqlQuery<string>($"""
            SELECT table_name::text AS "Value" FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'users'
            """).ToListAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync([.. tables.Select(table => string.Format(CultureInfo.InvariantCulture, statement, $"\"{table}\""))]);
    }

    private async Task ExecuteAsync(params string[] statements)
    {
        foreach (var statement in statements)
        {
            await using var command = api.Database.DataSource.CreateCommand(statement);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    private async Task AssertSilenceAsync()
    {
        await api.FlushAsync();
        api.Services.GetServices<IHostedService>().OfType<TelemetryExport>().Single().Flush();
        await Wait.UntilAsync(
            () => api.Services.GetRequiredService<AnalyticsMetrics>().Queued == 0, api.Time, TimeSpan.FromMilliseconds(200));
        AssertSilent("the log", api.Log.Text);
        foreach (var envelope in api.Receiver.Received) AssertSilent("an envelope", envelope.Text);
        foreach (var (path, body) in api.Receiver.OtherRequests) AssertSilent(path, body);
        foreach (var sent in api.Mixpanel.Taken) AssertSilent(sent.Name, sent.Record.GetRawText());
    }

    private static void AssertSilent(string where, string text)
    {
        foreach (var trace in Traces)
            if (text.IndexOf(trace, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                Assert.Fail($"{where} knows '{trace}': {text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 100)]}");
    }

    [GeneratedRegex("name=\"_handler\" value=\"([^\"]+)\"")]
    private static partial Regex FormHandler();

    [GeneratedRegex("name=\"((?:Input|Change)[^\"]*|Token|Decision|Note)\"")]
    private static partial Regex FieldName();
}
