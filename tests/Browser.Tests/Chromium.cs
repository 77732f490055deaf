using Microsoft.Playwright;

namespace Jobs.Browser.Tests;

/// <summary>The computer's own Chromium, without a window.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>
    /// Beside other builds a page that takes a tenth of a second takes ten, or a minute once in a while. It is less than a test has
    /// as a whole: what was waited for in vain is told.
    /// </summary>
    public const int PatienceMs = 120_000;

    /// <summary>Set by .ci/run: there a browser that is missing is a failure.</summary>
    private const string Required = "JOBS_REQUIRE_CHROMIUM";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } path) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-dev-shm-usage"], // Root has no sandbox, containers little shared memory.
            Timeout = PatienceMs,
        });
        Assertions.SetDefaultExpectTimeout(PatienceMs);
    }

    /// <summary>A page of its own; everything that the browser complains about goes into the list.</summary>
    public Task<IPage> OpenAsync(string address, List<string> complaints) =>
        OpenAsync(address, complaints, new() { ViewportSize = new() { Width = 1280, Height = 800 } });

    public async Task<IPage> OpenAsync(string address, List<string> complaints, BrowserNewContextOptions options)
    {
        if (browser is null)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable(Required) is null,
                "There is no Chromium; .ci/prepare chromium gets it.");
            Assert.Fail("There is no Chromium, and .ci/run requires it.");
        }
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(PatienceMs); // Also that of going to a page.
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Add(message.Text);
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && new Uri(request.Url).Host != "127.0.0.1")
                complaints.Add($"asked for {request.Url}");
        };
        await page.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => (string[])[Path.Combine(folder, "chromium"), Path.Combine(folder, "chromium-browser"),
            Path.Combine(folder, "google-chrome")])
        .FirstOrDefault(File.Exists);
}
