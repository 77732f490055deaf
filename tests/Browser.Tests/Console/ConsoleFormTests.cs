using Jobs.Testing;
using Microsoft.Playwright;

namespace Jobs.Browser.Tests.Console;

/// <summary>Forms of the console in a real browser: what is wrong, without a script, without a mouse, on a phone.</summary>
public sealed class ConsoleFormTests(Chromium chromium, CollectingApi api)
    : IClassFixture<Chromium>, IClassFixture<CollectingApi>
{
    [Fact(Timeout = 180_000)]
    public async Task Each_mistake_stands_at_its_field_in_the_language_of_the_page()
    {
        var visit = await ConsoleVisit.StartAsync(chromium, api, "ko-KR");
        await visit.SignInAsync();
        await visit.FollowAsync("새 실험");
        await visit.Page.Locator("#key").FillAsync("Not A Key");
        await visit.Page.Locator("#variants-0-weight").FillAsync("절반");
        await visit.ClickAsync("초안 만들기");
        await visit.SeesAsync("군데 있어요");
        await Assertions.Expect(visit.Page.Locator("#problems")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.Locator("#hypothesis-problem")).ToContainTextAsync("가설을 써 주세요.");
        await Assertions.Expect(visit.Page.Locator("#variants-0-weight-problem")).ToContainTextAsync("숫자로 써 주세요.");
        await Assertions.Expect(visit.Page.Locator("#variants-0-weight")).ToHaveValueAsync("절반");
        await Assertions.Expect(visit.Page.Locator("#hypothesis")).ToHaveAttributeAsync("aria-invalid", "true");
        await visit.KeepAsync("20-problems-korean");
        await visit.IsAccessibleAsync();
        await visit.Page.Locator("#problems a").First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator("main")).ToBeVisibleAsync();
        visit.EndsBut("422"); // The browser mentions the answer's status.
    }

    [Fact(Timeout = 180_000)]
    public async Task Everything_works_without_a_script()
    {
        var visit = await ConsoleVisit.StartAsync(chromium, api, isScripted: false);
        await visit.SignInAsync();
        await visit.FollowAsync("New experiment");
        await visit.Page.Locator("#key").FillAsync("without-a-script");
        await visit.FillAsync("Hypothesis", "It works.");
        await visit.Page.Locator("#variants-1-content-title").FillAsync("안녕하세요");
        await visit.ClickAsync("Preview");
        await Assertions.Expect(visit.Page.Locator(".phone[lang=ko] .notice-title")).ToHaveTextAsync("안녕하세요");
        await visit.ClickAsync("Add a variant");
        await visit.ClickAsync("Split the weights equally");
        await Assertions.Expect(visit.Page.Locator("#variants-0-weight")).ToHaveValueAsync("33.34");
        await visit.ClickAsync("Remove variant 3");
        await visit.ClickAsync("Split the weights equally");
        await visit.Page.Locator("#primaryMetric").SelectOptionAsync("application_read_within_24h");
        await visit.FillAsync("Rate today (%)", "40");
        await visit.FillAsync("Change worth having (%p)", "5");
        await visit.FillAsync("New people a day", "400");
        await visit.ClickAsync("Calculate and fill in");
        await visit.SeesAsync("people are needed");
        Assert.InRange(int.Parse(await visit.Page.Locator("#plannedSampleSize").InputValueAsync(),
            System.Globalization.CultureInfo.InvariantCulture), 3_000, 8_000);
        await visit.KeepAsync("21-calculator-without-script");
        await visit.ClickAsync("Create the draft");
        await visit.SeesAsync("The draft was created.");
        await visit.FollowAsync("Start");
        await visit.ClickAsync("Start");
        await visit.SeesAsync("Started: people see it now.");
        visit.Ends();
    }

    [Fact(Timeout = 180_000)]
    public async Task A_draft_is_edited_and_restored_and_a_conflict_shows_what_the_other_person_changed()
    {
        var visit = await DraftedAsync("shared-draft");
        await visit.FollowAsync("Edit");
        await using (var other = await visit.ColleagueAsync())
        {
            await other.FillAsync("Hypothesis", "Theirs.");
            await other.ClickAsync("Save");
            await other.SeesAsync("Saved.");
        }

        await visit.FillAsync("Hypothesis", "Mine.");
        await visit.ClickAsync("Save");
        await visit.SeesAsync("Somebody else changed it meanwhile");
        await Assertions.Expect(visit.Page.Locator("#conflict ins")).ToHaveTextAsync("Theirs.");
        await Assertions.Expect(visit.Page.Locator("#hypothesis")).ToHaveValueAsync("Mine.");
        await visit.KeepAsync("22-conflict");
        await visit.ClickAsync("Save");
        await visit.SeesAsync("Saved.");

        await visit.FollowAsync("History");
        await visit.ClickAsync("Restore v1");
        await visit.SeesAsync("Restored; that, too, is in the history.");
        await visit.SeesAsync("The first one.");
        visit.EndsBut("409");
    }

    [Fact(Timeout = 180_000)]
    public async Task A_draft_that_was_started_meanwhile_is_not_saved_and_what_was_written_stays()
    {
        var visit = await DraftedAsync("started-draft");
        await visit.FollowAsync("Edit");
        await using (var other = await visit.ColleagueAsync())
        {
            await other.Page.GotoAsync($"{api.Http.BaseAddress}console/experiments/started-draft/step/start");
            await other.ClickAsync("Start");
            await other.SeesAsync("Started: people see it now.");
        }

        await visit.FillAsync("Hypothesis", "Mine.");
        await visit.ClickAsync("Save");
        await visit.SeesAsync("A started experiment cannot be edited.");
        await Assertions.Expect(visit.Page.Locator("#hypothesis")).ToHaveValueAsync("Mine.");
        visit.EndsBut("409");
    }

    [Fact(Timeout = 180_000)]
    public async Task A_page_that_is_not_new_any_more_starts_pauses_and_finishes_nothing()
    {
        var visit = await DraftedAsync("stale-steps");
        await visit.FollowAsync("Start");
        await using (var other = await visit.ColleagueAsync())
        {
            await other.Page.GotoAsync($"{api.Http.BaseAddress}console/experiments/stale-steps/edit");
            await other.FillAsync("Hypothesis", "Theirs.");
            await other.ClickAsync("Save");
            await other.SeesAsync("Saved.");
        }
        await visit.ClickAsync("Start");
        await visit.SeesAsync("Nothing was done.");
        await Assertions.Expect(visit.Page.Locator("#conflict ins")).ToHaveTextAsync("Theirs.");
        await visit.IsAccessibleAsync();
        await visit.KeepAsync("24-stale-start");
        await visit.ClickAsync("Start"); // Now it has been seen.
        await visit.SeesAsync("Started: people see it now.");

        await visit.FollowAsync("Finish");
        await visit.Page.GetByLabel("Build it").CheckAsync();
        await visit.FillAsync("Why", "It works.");
        await using (var other = await visit.ColleagueAsync())
        {
            await MoveAsync(other, "pause", "Pause");
            await MoveAsync(other, "resume", "Resume");
        }
        await visit.ClickAsync("Finish");
        await visit.SeesAsync("v5 · Resumed");
        await visit.SeesAsync("v4 · Paused");
        await Assertions.Expect(visit.Page.GetByLabel("Build it")).ToBeCheckedAsync();
        await Assertions.Expect(visit.Page.Locator("#decisionNote")).ToHaveValueAsync("It works.");

        await visit.Page.GotoAsync($"{api.Http.BaseAddress}console/experiments/stale-steps/step/pause");
        await using (var other = await visit.ColleagueAsync()) await MoveAsync(other, "pause", "Pause");
        await visit.ClickAsync("Pause");
        await visit.SeesAsync("The experiment's state is “Paused”, so this cannot be done. Nothing was done.");
        await visit.KeepAsync("25-stale-pause");
        await visit.Page.GotoAsync($"{api.Http.BaseAddress}console/experiments/stale-steps/step/start");
        await visit.SeesAsync("The experiment's state is “Paused”");
        await visit.Page.GotoAsync($"{api.Http.BaseAddress}console/experiments/stale-steps/history");
        await Assertions.Expect(visit.Page.Locator(".history > li")).ToHaveCountAsync(6);
        visit.EndsBut("409");

        async Task MoveAsync(ConsoleVisit other, string step, string button)
        {
            await other.Page.GotoAsync($"{api.Http.BaseAddress}console/experiments/stale-steps/step/{step}");
            await other.ClickAsync(button);
            await other.ArrivesAsync("/stale-steps[?]done=");
        }
    }

    [Theory(Timeout = 180_000)]
    [InlineData("en-US", 1280, "Open the page again.")]
    [InlineData("ko-KR", 390, "화면을 다시 열어 주세요.")]
    public async Task A_form_whose_secret_is_gone_is_refused_with_a_page(string language, int width, string sentence)
    {
        var visit = await ConsoleVisit.StartAsync(chromium, api, language, width);
        await visit.SignInAsync();
        await visit.Page.GotoAsync($"{api.Http.BaseAddress}console/new");
        await visit.Page.Context.ClearCookiesAsync(new() { Name = "jobs-console-form" });
        await visit.Page.Locator("button.primary").ClickAsync();
        await visit.SeesAsync(sentence);
        await visit.IsAccessibleAsync();
        await visit.KeepAsync($"26-refused-{width}");
        visit.EndsBut("400");
    }

    private async Task<ConsoleVisit> DraftedAsync(string key)
    {
        var visit = await ConsoleVisit.StartAsync(chromium, api);
        await visit.SignInAsync();
        await visit.FollowAsync("New experiment");
        await visit.Page.Locator("#key").FillAsync(key);
        await visit.FillAsync("Hypothesis", "The first one.");
        await visit.Page.Locator("#variants-1-content-title").FillAsync("안녕하세요");
        await visit.Page.Locator("#primaryMetric").SelectOptionAsync("job_post_saved");
        await visit.ClickAsync("Create the draft");
        await visit.SeesAsync("The draft was created.");
        return visit;
    }

    [Fact(Timeout = 180_000)]
    public async Task The_keyboard_is_enough()
    {
        var visit = await ConsoleVisit.StartAsync(chromium, api);
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.Locator(".skip")).ToBeFocusedAsync();
        await visit.TabToAsync("Sign in as product manager");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page).ToHaveURLAsync($"{api.Http.BaseAddress}console");
        await visit.TabToAsync("New experiment");
        await visit.KeepAsync("23-keyboard-focus");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("#key").FocusAsync();
        await visit.Page.Keyboard.TypeAsync("by-keyboard");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.TypeAsync("Typed only.");
        await visit.Page.Locator("#variants-1-content-title").FocusAsync();
        await visit.Page.Keyboard.TypeAsync("Hello");
        await visit.Page.Locator("#primaryMetric").FocusAsync();
        await visit.Page.Keyboard.TypeAsync("Saved");
        await visit.TabToAsync("Create the draft");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeesAsync("The draft was created.");
        await visit.TabToAsync("Start");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeesAsync("Start this experiment?");
        await visit.TabToAsync("Start");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeesAsync("Started: people see it now.");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Started");
        visit.Ends();
    }

    [Theory(Timeout = 180_000)]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Every_page_fits_is_labelled_and_has_one_heading_on_top(int width)
    {
        var key = $"wide-{width}";
        var visit = await ConsoleVisit.StartAsync(chromium, api, "ko-KR", width, 800);
        await visit.IsAccessibleAsync();
        await visit.SignInAsync();
        foreach (var path in new[] { "", "/new", "/flags", "/new-flag", "/new-flag?raw=1", "/served", "/events", "/sign-out" })
        {
            await visit.Page.GotoAsync($"{api.Http.BaseAddress}console{path}");
            await visit.IsAccessibleAsync();
            await visit.KeepAsync($"30-{width}{path.Replace('/', '-').Replace('?', '-')}");
        }
        await visit.Page.GotoAsync($"{api.Http.BaseAddress}console/new");
        await visit.Page.Locator("#key").FillAsync(key);
        await visit.Page.Locator("#hypothesis").FillAsync(
            "길어도 화면 밖으로 나가지 않는다. https://jobs.example/a-long-address-that-cannot-be-broken-anywhere");
        await visit.Page.Locator("#variants-1-content-title").FillAsync("안 읽은 지원서는 7일 뒤 열 수 없게 돼요");
        await visit.Page.Locator("#primaryMetric").SelectOptionAsync("job_post_saved");
        await visit.ClickAsync("초안 만들기");
        foreach (var path in new[] { "", "/edit", "/history", "/results", "/step/start", "/step/finish" })
        {
            await visit.Page.GotoAsync($"{api.Http.BaseAddress}console/experiments/{key}{path}");
            await visit.IsAccessibleAsync();
            await visit.KeepAsync($"31-{width}{path.Replace('/', '-')}");
        }
        visit.Ends();
    }
}
