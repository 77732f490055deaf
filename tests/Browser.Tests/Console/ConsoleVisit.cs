using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Jobs.Testing;
using Microsoft.Playwright;

namespace Jobs.Browser.Tests.Console;

/// <summary>A product manager or an operator at the console, in a browser; what the browser complains about fails the test at its end.</summary>
public sealed class ConsoleVisit : IAsyncDisposable
{
    private readonly Chromium chromium;
    private readonly BrowserNewContextOptions options;
    private readonly List<string> complaints;

    private ConsoleVisit(Chromium chromium, BrowserNewContextOptions options, IPage page, List<string> complaints) =>
        (this.chromium, this.options, Page, this.complaints) = (chromium, options, page, complaints);

    public IPage Page { get; }

    public static async Task<ConsoleVisit> StartAsync(
        Chromium chromium, CollectingApi api, string language = "en-US", int width = 1280, int height = 900,
        bool isScripted = true)
    {
        var options = new BrowserNewContextOptions
        {
            ViewportSize = new() { Width = width, Height = height },
            Locale = language,
            JavaScriptEnabled = isScripted,
        };
        return await StartAsync(chromium, $"{api.Http.BaseAddress}console", options, []);
    }

    private static async Task<ConsoleVisit> StartAsync(
        Chromium chromium, string address, BrowserNewContextOptions options, List<string> complaints)
    {
        var page = await chromium.OpenAsync(address, complaints, options);
        return new(chromium, options, page, complaints);
    }

    public Task SignInAsync() => SignInAsync("Sign in as product manager|프로덕트 매니저로 로그인");

    public Task SignInAsOperatorAsync() => SignInAsync("Sign in as operator|운영자로 로그인");

    private async Task SignInAsync(string button)
    {
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new(button) }).ClickAsync();
        await ArrivesAsync("/console$");
    }

    /// <summary>Looks again and again: an event of the browser that is waited for may have been there a moment before.</summary>
    public Task ArrivesAsync([StringSyntax(StringSyntaxAttribute.Regex)] string address) =>
        Assertions.Expect(Page).ToHaveURLAsync(new Regex(address));

    /// <summary>
    /// A colleague at the same page. Not in a tab of the same window: one that comes forward again when another is closed may never
    /// be drawn on a busy machine.
    /// </summary>
    public async Task<ConsoleVisit> ColleagueAsync() => await StartAsync(
        chromium, new Uri(Page.Url).GetLeftPart(UriPartial.Path),
        new(options) { StorageState = await Page.Context.StorageStateAsync() }, complaints);

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    public Task ClickAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    public Task SeesAsync(string text) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text);

    public Task FillAsync(string label, string text) => Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    /// <summary>Kept as the test's output: in the folder that JOBS_SCREENSHOT names, else beside the tests.</summary>
    public async Task KeepAsync(string name)
    {
        var chosen = Environment.GetEnvironmentVariable("JOBS_SCREENSHOT");
        // It may name a single file: the picture of GraphiQL.
        var folder = chosen is { Length: > 0 } && !Path.HasExtension(chosen)
            ? chosen : Path.Combine(AppContext.BaseDirectory, "screenshots");
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    /// <summary>Presses Tab until the link or button of that name has the focus.</summary>
    public async Task TabToAsync(string name)
    {
        for (var presses = 0; presses < 200; presses++)
        {
            var focused = await Page.EvaluateAsync<string?>("document.activeElement?.textContent?.trim()");
            if (focused == name) return;
            await Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab never comes to {name}.");
    }

    /// <summary>What every page must have, in both colour schemes.</summary>
    public async Task IsAccessibleAsync()
    {
        Assert.Empty(await FindAsync(PageChecks.Structure));
        foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty(await FindAsync(PageChecks.Contrast));
        }

        // A script has no limit of its own, as clicks and pictures have.
        Task<string[]> FindAsync(string script) =>
            Page.EvaluateAsync<string[]>(script).WaitAsync(TimeSpan.FromMilliseconds(Chromium.PatienceMs));
    }

    /// <summary>The page as everybody sees it: in both languages, on a phone and at a desk. English stays.</summary>
    public async Task KeepEverywhereAsync(string name)
    {
        var address = new Uri(Page.Url).GetLeftPart(UriPartial.Path);
        foreach (var language in (string[])["ko", "en"])
        {
            foreach (var width in (int[])[390, 1280])
            {
                await Page.SetViewportSizeAsync(width, 900);
                await Page.GotoAsync($"{address}?language={language}");
                await IsAccessibleAsync();
                await KeepAsync($"{name}-{language}-{width}");
            }
        }
    }

    public void Ends() => Assert.Equal([], complaints);

    /// <summary>The browser reports answers that are errors; this one was asked for.</summary>
    public void EndsBut(string expected) =>
        Assert.All(complaints, complaint => Assert.Contains(expected, complaint, StringComparison.Ordinal));
}
