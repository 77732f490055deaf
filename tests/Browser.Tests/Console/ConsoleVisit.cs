using Jobs.Testing;
using Microsoft.Playwright;

namespace Jobs.Browser.Tests.Console;

/// <summary>A product manager at the console, in a browser; what the browser complains about fails the test at its end.</summary>
public sealed class ConsoleVisit
{
    private const string Complaints = """
        () => {
            const found = [];
            const visible = element => element.getClientRects().length > 0;
            for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea'))
                if (visible(field) && !field.labels?.length && !field.ariaLabel) found.push(`no label: ${field.id}`);
            for (const button of document.querySelectorAll('button, a[href]'))
                if (visible(button) && !button.ariaHidden && !button.textContent.trim() && !button.ariaLabel)
                    found.push(`no name: ${button.outerHTML}`);
            const headings = [...document.querySelectorAll('h1, h2, h3, h4')].map(heading => Number(heading.tagName[1]));
            if (headings.filter(level => level === 1).length !== 1) found.push(`h1: ${headings}`);
            headings.forEach((level, index) => {
                if (level > (headings[index - 1] ?? 0) + 1) found.push(`headings: ${headings}`);
            });
            for (const landmark of ['header', 'main'])
                if (document.querySelectorAll(landmark).length !== 1) found.push(`landmark ${landmark}`);
            for (const nav of document.querySelectorAll('nav')) if (!nav.ariaLabel) found.push('nav without a name');
            const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
            ids.filter((id, index) => ids.indexOf(id) !== index).forEach(id => found.push(`twice: #${id}`));
            for (const described of document.querySelectorAll('[aria-describedby]'))
                for (const id of described.getAttribute('aria-describedby').split(' '))
                    if (!document.getElementById(id)) found.push(`nothing describes ${described.id}: ${id}`);
            if (!document.documentElement.lang) found.push('no language');
            if (!document.title) found.push('no title');
            const width = document.documentElement.clientWidth;
            const wide = [...document.querySelectorAll('main *, header *')]
                .find(element => element.getBoundingClientRect().right > width + 1);
            if (document.documentElement.scrollWidth > width)
                found.push(`${location.pathname} scrolls sideways: ${wide?.outerHTML.slice(0, 80)}`);
            return found;
        }
        """;

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

    /// <summary>What every page must have: names, one heading on top, none skipped, landmarks, no sideways scrolling.</summary>
    public async Task IsAccessibleAsync()
    {
        var found = await Page.EvaluateAsync<string[]>(Complaints);
        Assert.Equal([], found);
    }

    public void Ends() => Assert.Equal([], complaints);

    /// <summary>The browser reports answers that are errors; this one was asked for.</summary>
    public void EndsBut(string expected) =>
        Assert.All(complaints, complaint => Assert.Contains(expected, complaint, StringComparison.Ordinal));
}
