using System.Text.RegularExpressions;
using Jobs.Testing;
using Microsoft.Playwright;

namespace Jobs.Browser.Tests.Console;

/// <summary>A product manager's whole path through one experiment, in a real browser.</summary>
public sealed class ProductManagerTests(Chromium chromium, CollectingApi api)
    : IClassFixture<Chromium>, IClassFixture<CollectingApi>
{
    private const string Key = "unread-application-deadline";

    [Fact(Timeout = 240_000)]
    public async Task The_worked_example_is_started_paused_resumed_and_finished_with_a_decision()
    {
        var visit = await ConsoleVisit.StartAsync(chromium, api);
        await visit.KeepAsync("01-sign-in");
        await visit.SignInAsync();
        await visit.KeepAsync("02-empty-list");
        await visit.ClickAsync("Use the worked example");
        await visit.SeesAsync("Ready to start");
        await visit.SeesAsync("The lock. Every application can be opened as before");
        await visit.KeepAsync("03-draft");

        await visit.FollowAsync("Edit");
        var title = visit.Page.Locator("#variants-1-content-title");
        await title.FillAsync("일주일 안에 열어 주세요");
        await Assertions.Expect(visit.Page.Locator(".phone[lang=ko] .notice-title")).ToHaveTextAsync("일주일 안에 열어 주세요");
        await visit.KeepAsync("04-editor");
        await visit.ClickAsync("Save");
        await visit.SeesAsync("Saved.");

        await visit.FollowAsync("Start");
        await visit.SeesAsync("Start this experiment?");
        await visit.KeepAsync("05-start");
        await visit.ClickAsync("Start");
        await visit.SeesAsync("Started: people see it now.");
        await visit.KeepAsync("06-running");

        await visit.FollowAsync("Pause");
        await visit.FillAsync("Why (optional)", "A typo in the notice");
        await visit.ClickAsync("Pause");
        await visit.SeesAsync("Shown to nobody");
        await visit.FollowAsync("Resume");
        await visit.ClickAsync("Resume");
        await visit.SeesAsync("Resumed.");

        await visit.FollowAsync("Finish");
        await visit.Page.GetByLabel("Drop it").CheckAsync();
        await visit.FillAsync("Why", "No difference after 14 days: 40.1 % against 40.3 %.");
        await visit.KeepAsync("07-finish");
        await visit.ClickAsync("Finish");
        await visit.SeesAsync("Decision: Drop it");
        await visit.KeepAsync("08-finished");

        await visit.FollowAsync("History");
        await visit.SeesAsync("A typo in the notice");
        await Assertions.Expect(visit.Page.Locator(".history > li")).ToHaveCountAsync(6);
        await Assertions.Expect(visit.Page.Locator("ins").Filter(new() { HasText = "일주일 안에 열어 주세요" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("ins")).ToHaveCountAsync(1); // What was not touched has not changed.
        await visit.KeepAsync("09-history");
        await visit.Page.GetByText("Copy v1 to a new draft").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Create the draft" }).Last.ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex($"{Key}-2"));
        await visit.FollowAsync("Jobs");
        await visit.KeepAsync("10-list");
        visit.Ends();
    }
}
