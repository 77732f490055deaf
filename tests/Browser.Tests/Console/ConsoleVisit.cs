using Jobs.Testing;
using Microsoft.Playwright;

namespace Jobs.Browser.Tests.Console;

/// <summary>A product manager at the console, in a browser; what the browser complains about fails the test at its end.</summary>
public sealed class ConsoleVisit
{
    private readonly List<string> complaints;

    private ConsoleVisit(IPage page, List<string> complaints) => (Page, this.complaints) = (page, complaints);

    public IPage Page { get; }

    public static async Task<ConsoleVisit> StartAsync(
        Chromium chromium, CollectingApi api, string language = "en-US", int width = 1280, int height = 900,
        bool isScripted = true)
    {
        var complaints = new List<string>();
        var page = await chromium.OpenAsync($"{api.Http.BaseAddress}console", complaints, new()
        {
            ViewportSize = new() { Width = width, Height = height },
            Locale = language,
            JavaScriptEnabled = isScripted,
        });
        page.SetDefaultTimeout(15_000);
        return new(page, complaints);
    }

    public async Task SignInAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Sign in as product manager|프로덕트 매니저로 로그인") }).ClickAsync();
        await Page.WaitForURLAsync("**/console");
    }

    public Task ClickAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    public Task SeesAsync(string text) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text);

    public Task FillAsync(string label, string text) => Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    /// <summary>Kept as the test's output: in the folder that JOBS_SCREENSHOT names, else beside the tests.</summary>
    public async Task KeepAsync(string name)
    {
        var chosen = Environment.GetEnvironmentVariable("JOBS_SCREENSHOT");
        // It may name a single file, for the one picture of GraphiQL.
        var folder = chosen is { Length: > 0 } && !Path.HasExtension(chosen)
            ? chosen : Path.Combine(AppContext.BaseDirectory, "screenshots");
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    public void Ends() => Assert.Equal([], complaints);
}
