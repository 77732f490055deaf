using System.Globalization;
using Jobs.Testing;
using Microsoft.Playwright;

namespace Jobs.Browser.Tests.Console;

/// <summary>An operator looks at errors and says what they are to be, in a real browser.</summary>
public sealed class ErrorTests(Chromium chromium, CollectingApi api)
    : IClassFixture<Chromium>, IClassFixture<CollectingApi>, IAsyncLifetime
{
    private readonly ErrorsOfTwoDays errors = new(api);

    private string List => $"{api.Http.BaseAddress}console/errors";

    private string LostApplications => $"{List}/{ErrorsOfTwoDays.LostApplications.Id}";

    public async ValueTask InitializeAsync() => await errors.ForgetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact(Timeout = 300_000)]
    public async Task An_operator_finds_the_worst_error_lowers_it_with_a_note_and_ends_that_again()
    {
        var visit = await ConsoleVisit.StartAsync(chromium, api);
        await visit.KeepEverywhereAsync("80-sign-in");
        await visit.SignInAsOperatorAsync();
        await visit.FollowAsync("Errors");
        await visit.SeesAsync("There was no error in the last 30 days");
        await visit.KeepEverywhereAsync("81-no-errors");
        await errors.PassAsync();
        await visit.Page.GotoAsync(List);
        await HasHeadingsAsync(visit, "Act now 1", "Soon 1", "Monitor 2", "Operations that failed in the last hour");
        await visit.KeepEverywhereAsync("82-errors");

        await visit.FollowAsync("NpgsqlException");
        await visit.SeesAsync("Data was lost on a core path. In the last hour it was seen 6 times by 4 people");
        await visit.KeepEverywhereAsync("83-error");
        await visit.FillAsync("Why", "The provider is down for maintenance.");
        await visit.ClickAsync("Set the verdict");
        await Assertions.Expect(visit.Page.Locator("#problems")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.Locator("#level-problem")).ToContainTextAsync("Choose a verdict.");
        await Assertions.Expect(visit.Page.Locator("#note")).ToHaveValueAsync("The provider is down for maintenance.");
        await visit.IsAccessibleAsync();
        await visit.KeepAsync("84-error-problem");

        await visit.Page.Locator("#level").SelectOptionAsync("Monitor");
        await visit.Page.Locator("#until").FillAsync(InSeoul(api.Time.UtcNow.AddHours(3)));
        await visit.ClickAsync("Set the verdict");
        await visit.SeesAsync("The verdict is set; every server follows within seconds.");
        await visit.SeesAsync("An operator has set it; by the rules it would be “Act now”: data was lost on a core path.");
        await visit.SeesAsync("The provider is down for maintenance.");
        await visit.KeepEverywhereAsync("85-error-lowered");
        await visit.FollowAsync("All errors");
        await HasHeadingsAsync(visit, "Soon 1", "Monitor 3", "Operations that failed in the last hour");
        await visit.SeesAsync("Set by an operator until 2026-03-06 12:00");
        await visit.KeepEverywhereAsync("86-errors-lowered");

        await visit.FollowAsync("NpgsqlException");
        await visit.ClickAsync("Leave it to the rules again");
        await visit.SeesAsync("The rules decide again.");
        await Assertions.Expect(visit.Page.Locator(".history > li")).ToHaveCountAsync(2);
        await visit.FollowAsync("All errors");
        await Assertions.Expect(visit.Page.Locator("main h2").First).ToHaveTextAsync("Act now 1", new() { UseInnerText = true });
        visit.EndsBut("422");
    }

    [Fact(Timeout = 180_000)]
    public async Task Two_operators_at_once_see_each_other()
    {
        await errors.PassAsync();
        var visit = await ConsoleVisit.StartAsync(chromium, api, "ko-KR");
        await visit.SignInAsOperatorAsync();
        await visit.Page.GotoAsync(LostApplications);
        await using (var other = await visit.ColleagueAsync())
        {
            await SetAsync(other, "Soon", "내가 먼저");
            await other.SeesAsync("판정을 정했어요.");
        }
        await SetAsync(visit, "Monitor", "나는 나중");
        await visit.SeesAsync("그사이 다른 사람이 바꿨어요");
        await Assertions.Expect(visit.Page.Locator("#conflict")).ToContainTextAsync("내가 먼저");
        await Assertions.Expect(visit.Page.Locator("#note")).ToHaveValueAsync("나는 나중");
        await visit.IsAccessibleAsync();
        await visit.KeepAsync("87-error-conflict");
        await visit.ClickAsync("판정 정하기"); // Now it has been seen.
        await visit.SeesAsync("판정을 정했어요.");
        visit.EndsBut("409");

        async Task SetAsync(ConsoleVisit operators, string level, string note)
        {
            await operators.Page.Locator("#level").SelectOptionAsync(level);
            await operators.FillAsync("이유", note);
            await operators.ClickAsync("판정 정하기");
        }
    }

    [Fact(Timeout = 180_000)]
    public async Task The_keyboard_is_enough_and_no_script_is_needed()
    {
        await errors.PassAsync();
        var visit = await ConsoleVisit.StartAsync(chromium, api);
        await visit.TabToAsync("Sign in as operator");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page).ToHaveURLAsync($"{api.Http.BaseAddress}console");
        await visit.TabToAsync("Errors");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeesAsync("what most people meet right now comes first");
        await visit.TabToAsync("TimeoutException");
        await visit.KeepAsync("88-errors-keyboard");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeesAsync("A core path is degraded, but was served.");
        await visit.Page.Locator("#level").FocusAsync();
        await visit.Page.Keyboard.PressAsync("a"); // One letter: on a slow machine the list takes each for a new word.
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.TypeAsync("By keyboard.");
        await visit.TabToAsync("Set the verdict");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeesAsync("The verdict is set");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("The verdict is set");
        visit.Ends();

        var plain = await ConsoleVisit.StartAsync(chromium, api, isScripted: false);
        await plain.SignInAsOperatorAsync();
        await plain.Page.GotoAsync($"{List}/{ErrorsOfTwoDays.MissingRatings.Id}");
        await plain.ClickAsync("Leave it to the rules again");
        await plain.SeesAsync("The rules decide again.");
        plain.Ends();
    }

    [Fact(Timeout = 180_000)]
    public async Task A_product_manager_is_told_that_it_is_for_operators()
    {
        var visit = await ConsoleVisit.StartAsync(chromium, api);
        await visit.SignInAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Errors" })).ToHaveCountAsync(0);
        await visit.Page.GotoAsync(List);
        await visit.SeesAsync("For operators only");
        await visit.IsAccessibleAsync();
        await visit.KeepAsync("89-for-operators");
        visit.EndsBut("403");
    }

    /// <summary>Looks again and again: who follows a link may still see the page before.</summary>
    private static Task HasHeadingsAsync(ConsoleVisit visit, params string[] headings) =>
        Assertions.Expect(visit.Page.Locator("main h2")).ToHaveTextAsync(headings, new() { UseInnerText = true });

    private static string InSeoul(DateTimeOffset at) =>
        at.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
