using Jobs.Clients;
using Jobs.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Playwright;

namespace Jobs.Browser.Tests;

/// <summary>GraphiQL in a real browser: a query of the service, a subscription of the toy schema, both with a token.</summary>
public sealed class GraphiQLTests(Chromium chromium, GraphiQLTests.BrowsedApi api)
    : IClassFixture<Chromium>, IClassFixture<GraphiQLTests.BrowsedApi>
{
    private readonly List<string> complaints = [];

    [Fact(Timeout = 180_000)]
    public async Task A_query_is_answered_for_the_person_whose_token_is_in_the_headers()
    {
        var token = await api.As(viewer: 7).SendAsync("{ viewer { user { displayName } } }");
        Assert.Equal("Viewer 7", token.Text("data.viewer.user.displayName"));
        var page = await chromium.OpenAsync($"{api.Http.BaseAddress}graphql", complaints);
        await TypeAsync(page, ".graphiql-query-editor", "{ viewer { user { displayName } } }");
        await TypeAsync(page, ".graphiql-editor-tool", $$"""{ "Authorization": "Bearer {{api.TokenOfSeven}}" }""");
        await page.ClickAsync(".graphiql-execute-button");
        await ShowsAsync(page, "Viewer 7");
        await SaveScreenshotAsync(page);
        Assert.Equal([], complaints);
    }

    [Fact(Timeout = 180_000)]
    public async Task A_subscription_shows_its_events_for_a_token_in_connection_init()
    {
        await using var host = ToyHost.Build(
            "http://127.0.0.1:0", strangersAreRefused: true, isBatching: false, trustedDocuments: null, isTrustedOnly: false,
            isGraphiQL: true);
        await host.StartAsync(TestContext.Current.CancellationToken);
        var page = await chromium.OpenAsync($"{host.Urls.First()}/graphql", complaints);
        await TypeAsync(page, ".graphiql-editor-tool", """{ "Authorization": "Bearer somebody" }""");
        await TypeAsync(page, ".graphiql-query-editor", "subscription Ticks { ticks(count: 3) }");
        // GraphiQL reads what was typed a moment later; from then on it knows that this is a subscription, and names its tab.
        await page.Locator(".graphiql-tab").Filter(new() { HasText = "Ticks" }).WaitForAsync();
        await page.ClickAsync(".graphiql-execute-button");
        await ShowsAsync(page, "\"ticks\": 3");
        // Introspection goes out before anybody can type a token, and is refused.
        Assert.All(complaints, complaint => Assert.Contains("401", complaint, StringComparison.Ordinal));
    }

    private static async Task TypeAsync(IPage page, string editor, string text)
    {
        await page.ClickAsync($"{editor} .CodeMirror:visible");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.InsertTextAsync(text); // As if pasted: no bracket is closed by the editor.
    }

    private static Task ShowsAsync(IPage page, string text) =>
        page.Locator(".result-window").Filter(new() { HasText = text }).WaitForAsync();

    private static async Task SaveScreenshotAsync(IPage page)
    {
        if (Environment.GetEnvironmentVariable("JOBS_SCREENSHOT") is { Length: > 0 } path)
            await page.ScreenshotAsync(new() { Path = Path.HasExtension(path) ? path : Path.Combine(path, "graphiql.png") });
    }

    /// <summary>The service with GraphiQL and introspection, as in Development.</summary>
    public sealed class BrowsedApi : ApiDriver
    {
        public string TokenOfSeven => TokenOf(7, Time.UtcNow);

        protected override void Configure(WebApplicationBuilder builder) =>
            builder.Configuration.AddInMemoryCollection(
                [new("GraphQL:GraphiQL", "true"), new("GraphQL:Introspection", "true")]);
    }
}
