using System.Diagnostics;
using System.Web;
using Jobs.Testing;
using Microsoft.Playwright;

namespace Jobs.Browser.Tests.Console;

/// <summary>
/// From a product manager's idea to a decision, in a browser: the worked example is previewed and started, another instance
/// serves it, employers see it and read their applications, and the figures say what to build.
/// </summary>
public sealed class WholePathTests(Chromium chromium, CollectingApi api) : IClassFixture<Chromium>, IClassFixture<CollectingApi>
{
    private const string Key = "unread-application-deadline";
    private const int Days = 8;
    private const string Why = "Two in three read within 24 hours, one in four without the notice. We build the lock.";

    [Fact(Timeout = 400_000)]
    public async Task An_idea_becomes_a_decision()
    {
        var folder = Directory.CreateTempSubdirectory("jobs-second-");
        try
        {
            await using var second = await api.StartAnotherAsync(
                new("Mixpanel:SpoolFolder", folder.FullName), new("Mixpanel:ApiHost", $"{api.Http.BaseAddress}mixpanel/"));
            await GoAsync(new EmployersOfAWeek(api, second));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task GoAsync(EmployersOfAWeek employers)
    {
        var visit = await ConsoleVisit.StartAsync(chromium, api);
        await visit.KeepEverywhereAsync("60-sign-in");
        await visit.SignInAsync();
        await visit.KeepEverywhereAsync("61-empty-list");
        await PreviewAsync(visit, employers);
        await StartAsync(visit, employers);
        await employers.LiveAsync(Days);
        Assert.InRange(employers.ShownBySecond, 50, Days * 25);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{employers.Shown} saw the notice, {employers.Held} the place without one.");
        await DecideAsync(visit, employers);
        visit.Ends();
    }

    private static async Task PreviewAsync(ConsoleVisit visit, EmployersOfAWeek employers)
    {
        await visit.ClickAsync("Use the worked example");
        await visit.SeesAsync("Ready to start");
        await Assertions.Expect(visit.Page.Locator(".phone[lang=ko] .notice-title"))
            .ToHaveTextAsync("안 읽은 지원서는 7일 뒤 열 수 없게 돼요");
        await Assertions.Expect(visit.Page.Locator(".phone[lang=en] .notice-title"))
            .ToHaveTextAsync("Unread applications close after 7 days");
        await Assertions.Expect(visit.Page.Locator(".phone-nothing")).ToHaveCountAsync(2); // The control, in both languages.
        await visit.KeepEverywhereAsync("62-draft-and-preview");

        // The link, as the app opens it: shown although nothing runs, and marked.
        await employers.ArriveAsync();
        var link = new Uri(await visit.Page.Locator("#preview-1").InputValueAsync());
        var previewed = await employers.PreviewAsync(HttpUtility.ParseQueryString(link.Query)["notice-preview"]!);
        Assert.True((bool)previewed["data.viewer.notices.0.isPreview"]!);
        Assert.Empty((await employers.AskSecondAsync())["data.viewer.notices"]!.AsArray());
    }

    private static async Task StartAsync(ConsoleVisit visit, EmployersOfAWeek employers)
    {
        await visit.FollowAsync("Start");
        await visit.KeepEverywhereAsync("63-start");
        var clicked = Stopwatch.GetTimestamp();
        await visit.ClickAsync("Start");
        ApiResponse answer;
        do answer = await employers.AskSecondAsync();
        while (!IsServed(answer));
        var served = Stopwatch.GetElapsedTime(clicked);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"The other instance served it {served.TotalMilliseconds:0} ms after the click began.");
        await visit.SeesAsync("Started: people see it now.");
        await visit.SeesAsync("Results not read yet");
        await visit.KeepEverywhereAsync("64-running");
        await visit.FollowAsync("Results");
        await visit.SeesAsync("No data yet");
        await visit.KeepEverywhereAsync("65-no-results-yet");
    }

    private async Task DecideAsync(ConsoleVisit visit, EmployersOfAWeek employers)
    {
        // A week later the cookie has run out; signing in leads back to the page that was asked for.
        await visit.Page.GotoAsync($"{api.Http.BaseAddress}console/experiments/{Key}/results");
        await visit.SeesAsync("Say the promise first");
        await visit.ClickAsync("Sign in as product manager");
        await visit.SeesAsync("Whether it can be believed");
        await Assertions.Expect(visit.Page.Locator("#verdict")).ToHaveTextAsync("Ship");
        await Assertions.Expect(visit.Page.Locator(".checks .badge").Filter(new() { HasText = "Failed" })).ToHaveCountAsync(0);
        await visit.SeesAsync("The arms' sizes fit their weights");
        var row = visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "seven-days" }).First;
        await Assertions.Expect(row).ToContainTextAsync($"{employers.Shown}");
        await Assertions.Expect(visit.Page.Locator(".plot svg[role=img]")).ToHaveCountAsync(2);
        await Assertions.Expect(visit.Page.Locator(".plot circle.arm-1")).ToHaveCountAsync(Days + 1);
        await visit.KeepEverywhereAsync("66-verdict");
        await visit.FollowAsync("Jobs");
        await visit.SeesAsync("A variant won");
        await visit.KeepEverywhereAsync("67-list");

        await visit.Page.GotoAsync($"{api.Http.BaseAddress}console/experiments/{Key}/step/finish");
        await visit.KeepEverywhereAsync("68-finish");
        await visit.Page.GetByLabel("Build it").CheckAsync();
        await visit.FillAsync("Why", Why);
        await visit.ClickAsync("Finish");
        await visit.SeesAsync("Decision: Build it");
        await visit.KeepEverywhereAsync("69-decided");
        await visit.FollowAsync("History");
        await visit.SeesAsync(Why);
        await Assertions.Expect(visit.Page.Locator(".history h3")).ToHaveTextAsync(
            ["v3 · Finished: Build it", "v2 · Started", "v1 · Created"]);
        await visit.KeepEverywhereAsync("70-history");
        while (IsServed(await employers.AskSecondAsync())) await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private static bool IsServed(ApiResponse answer) =>
        answer["data.viewer.notices"]!.AsArray().Count + answer["data.viewer.noticePlaceholders"]!.AsArray().Count > 0;
}
