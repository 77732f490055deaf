using Jobs.Api.Sentry;
using Jobs.Api.Tests.Errors;
using Jobs.GraphQL;
using Jobs.GraphQL.Binding;
using Jobs.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Jobs.Api.Tests.Sentry;

/// <summary>A field that captures what happened on its way.</summary>
public class SentryApi : ReportingApi
{
    private const string Sdl = """
        type Query {
          fail(text: String): Int!
          ask(address: String!): Int!
        }
        """;

    private CalledService? called;

    public CalledService Called => called!;

    public SentryClient Client => Services.GetRequiredService<SentryClient>();

    /// <summary>Captures once, in a request with these headers.</summary>
    public async Task<ReceivedEnvelope> FailAsync(string text = "", params (string Name, string Value)[] headers)
    {
        var before = Receiver.ItemsOf("event").Count;
        await SendAsync("query Failing($text: String) { fail(text: $text) }", new { text }, headers);
        await Wait.UntilAsync(() => Receiver.ItemsOf("event").Count > before);
        return Receiver.Received.Last(envelope => envelope.Items[0].Type == "event");
    }

    public async Task SendAsync(string query, object variables, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { query, variables }),
        };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("\"errors\"", answer, StringComparison.Ordinal);
    }

    public override async ValueTask InitializeAsync()
    {
        called = await CalledService.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Called.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration.AddInMemoryCollection(
            [new("Sentry:TracePropagationTargets:0", new Uri(Called.Address, "ours/").AbsoluteUri)]);
        builder.Services.Replace(ServiceDescriptor.Singleton(services => GraphQLEngine.Create(
            Sdl,
            new SchemaBinding().AddResolvers(typeof(FailingQueries))
                .IsService(services.GetRequiredService<IServiceProviderIsService>().IsService))));
    }
}

/// <summary>The fields of <c>Query</c>.</summary>
public static partial class FailingQueries
{
    private static readonly HttpClient Http = new();

    public static async Task<int> Fail(
        string? text, NpgsqlDataSource dataSource, SentryClient sentry, ILogger<SentryApi> logger,
        CancellationToken cancellationToken)
    {
        LogLooking(logger, text);
        await using (var command = dataSource.CreateCommand(
            "/* who */ SELECT id, 'literal-canary' FROM users WHERE display_name = $1 OR id < 0 UNION ALL SELECT 1, 'x'"))
        {
            command.Parameters.AddWithValue(text ?? "");
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        sentry.Capture(new SentryEvent
        {
            Exceptions = ExceptionChain.Of(new InvalidOperationException($"Nobody is called '{text}'."), handled: true),
        });
        return 1;
    }

    public static async Task<int> Ask(string address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("baggage", "own=1");
        using var response = await Http.SendAsync(request, cancellationToken);
        return (int)response.StatusCode;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Looking for {Text}.")]
    private static partial void LogLooking(ILogger logger, string? text);
}

/// <summary>The same, where the framework makes a span of every request.</summary>
public sealed class SpannedSentryApi : SentryApi
{
    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Critical";
    }
}
