using Jobs.Testing;
using Microsoft.Playwright;

namespace Jobs.Browser.Tests.Console;

/// <summary>A flag's life at the console, in a real browser.</summary>
public sealed class FlagTests(Chromium chromium, CollectingApi api) : IClassFixture<Chromium>, IClassFixture<CollectingApi>
{
    [Fact(Timeout = 180_000)]
    public async Task A_flag_is_made_widened_switched_off_and_restored()
    {
        var visit = await ConsoleVisit.StartAsync(chromium, api);
        await visit.SignInAsync();
        await visit.FollowAsync("Flags");
        await visit.FollowAsync("New flag");
        await visit.Page.Locator("#key").FillAsync("new-inbox");
        await visit.Page.Locator("#percentage").FillAsync("110");
        await visit.ClickAsync("Save");
        await visit.SeesAsync("Write what the flag is for.");
        await visit.Page.Locator("#description").FillAsync("The new inbox. To be removed in February.");
        await visit.Page.Locator("#percentage").FillAsync("10");
        await visit.Page.Locator("#users").FillAsync("42");
        await visit.ClickAsync("Save");
        await visit.SeesAsync("The flag was created.");

        await visit.FollowAsync("Edit");
        await Assertions.Expect(visit.Page.Locator("#users")).ToHaveValueAsync("42");
        await visit.Page.Locator("#percentage").FillAsync("50");
        await visit.KeepAsync("50-flag-editor");
        await visit.ClickAsync("Save");
        await visit.SeesAsync("Saved.");
        await Assertions.Expect(visit.Page.Locator("ins").First).ToHaveTextAsync("50");

        await visit.Page.Locator("#note").FillAsync("Too slow");
        await visit.Page.Locator("#note").PressAsync("Enter"); // Sends the form, and must not be taken for its first button.
        await Assertions.Expect(visit.Page.Locator("#note")).ToHaveValueAsync("Too slow");
        await visit.ClickAsync("Switch off for everybody");
        await visit.SeesAsync("Switched off.");
        await visit.SeesAsync("Too slow");
        await visit.ClickAsync("Restore v1");
        await visit.SeesAsync("Restored");
        await visit.KeepAsync("51-flag");

        await visit.FollowAsync("Edit");
        await visit.FollowAsync("Write it as JSON");
        await visit.Page.Locator("#json").FillAsync("{ \"id\": \"new-inbox\" }");
        await visit.ClickAsync("Save");
        await visit.SeesAsync("Something to mend");
        await visit.KeepAsync("52-flag-json");
        visit.EndsBut("422");
    }

    [Fact(Timeout = 180_000)]
    public async Task Saving_over_somebody_elses_change_shows_it_first_and_keeps_what_was_written()
    {
        var visit = await ConsoleVisit.StartAsync(chromium, api);
        await visit.SignInAsync();
        await NewFlagAsync(visit, "shared-flag");
        await visit.FollowAsync("Edit");
        await using (var other = await visit.ColleagueAsync())
        {
            await other.Page.Locator("#percentage").FillAsync("30");
            await other.Page.Locator("#note").FillAsync("Support asked for it");
            await other.ClickAsync("Save");
            await other.SeesAsync("Saved.");
        }

        await visit.Page.Locator("#percentage").FillAsync("20");
        await visit.ClickAsync("Save");
        await visit.SeesAsync("Somebody else changed it meanwhile");
        await visit.SeesAsync("Support asked for it");
        await Assertions.Expect(visit.Page.Locator("#conflict ins")).ToHaveTextAsync("30");
        await Assertions.Expect(visit.Page.Locator("#percentage")).ToHaveValueAsync("20");
        await visit.IsAccessibleAsync();
        await visit.KeepAsync("54-flag-conflict");
        await visit.ClickAsync("Save");
        await visit.SeesAsync("Saved.");
        await visit.SeesAsync("v3");
        visit.EndsBut("409");
    }

    [Theory(Timeout = 180_000)]
    [InlineData("stale-archive", "Archive")]
    [InlineData("stale-restore", "Restore v1")]
    public async Task A_page_that_is_not_new_any_more_changes_no_flag(string key, string button)
    {
        var visit = await ConsoleVisit.StartAsync(chromium, api);
        await visit.SignInAsync();
        await NewFlagAsync(visit, key);
        await visit.Page.Locator("#note").FillAsync("First");
        await visit.ClickAsync("Switch off for everybody");
        await visit.SeesAsync("Switched off.");
        await using (var other = await visit.ColleagueAsync())
        {
            await other.ClickAsync("Switch on");
            await other.SeesAsync("Switched on.");
        }

        await visit.ClickAsync(button);
        await visit.SeesAsync("Nothing was done.");
        await Assertions.Expect(visit.Page.Locator("#conflict")).ToContainTextAsync("v3");
        await Assertions.Expect(visit.Page.Locator(".history > li")).ToHaveCountAsync(3);
        await visit.IsAccessibleAsync();
        await visit.ClickAsync(button); // Now it has been seen.
        await Assertions.Expect(visit.Page.Locator(".history > li")).ToHaveCountAsync(4);
        visit.EndsBut("409");
    }

    [Fact(Timeout = 180_000)]
    public async Task A_korean_history_speaks_korean()
    {
        var visit = await ConsoleVisit.StartAsync(chromium, api, "ko-KR");
        await visit.SignInAsync();
        await visit.Page.GotoAsync($"{api.Http.BaseAddress}console/new-flag?raw=1");
        await visit.Page.Locator("#key").FillAsync("korean-flag");
        await visit.Page.Locator("#description").FillAsync("한국어 이력");
        await visit.Page.Locator("#json").FillAsync("""{"id": "korean-flag", "enabled": true}""");
        await visit.ClickAsync("저장");
        await visit.FollowAsync("고치기");
        await visit.FollowAsync("JSON으로 쓰기");
        await visit.Page.Locator("#json").FillAsync("""
            {"id": "korean-flag", "enabled": true, "conditions": {"requirement_type": "All", "client_filters": [
               {"name": "Jobs.Role", "parameters": {"Role": "employer"}},
               {"name": "Microsoft.Targeting", "parameters": {"Audience": {"DefaultRolloutPercentage": 10, "Users": ["7"],
                 "Groups": [{"Name": "applicant", "RolloutPercentage": 50}],
                 "Exclusion": {"Users": ["8"], "Groups": ["area-2600000000"]}}}}]},
             "variants": [{"name": "big", "status_override": "Enabled"}, {"name": "small"}],
             "allocation": {"default_when_enabled": "small", "user": [{"variant": "big", "users": ["9"]}],
               "percentile": [{"variant": "big", "from": 0, "to": 100}], "seed": "korean-flag-2026"}}
            """);
        await visit.ClickAsync("저장");
        await visit.ClickAsync("모두에게 끄기");
        await visit.SeesAsync("껐어요.");

        await visit.KeepAsync("55-flag-history-korean");
        await Assertions.Expect(visit.Page.Locator(".differences tbody th")).ToHaveTextAsync(
            (string[])[
                "켜짐", "조건이 맞는 방법", "조건 Jobs.Role Role", "보여 줄 비율 (%)", "늘 보는 사람", "무리 applicant의 비율 (%)",
                "절대 안 보는 사람", "절대 안 보는 무리", "안 big", "안 small", "켜졌을 때의 안", "안 big을(를) 보는 사람", "안 big의 구간 (%)",
                "나누는 씨앗",
            ], new() { UseInnerText = true });
        await Assertions.Expect(visit.Page.Locator(".differences ins")).ToHaveTextAsync(
            (string[])[
                "아니요", "모두", "employer", "10", "7", "50", "8", "area-2600000000", "켬", "켜짐을 바꾸지 않음", "small", "9", "0~100",
                "korean-flag-2026",
            ], new() { UseInnerText = true });
        visit.Ends();
    }

    private static async Task NewFlagAsync(ConsoleVisit visit, string key)
    {
        await visit.FollowAsync("Flags");
        await visit.FollowAsync("New flag");
        await visit.Page.Locator("#key").FillAsync(key);
        await visit.Page.Locator("#description").FillAsync("Shared by two");
        await visit.Page.Locator("#percentage").FillAsync("10");
        await visit.ClickAsync("Save");
        await visit.SeesAsync("The flag was created.");
    }

    [Fact(Timeout = 180_000)]
    public async Task A_flag_that_is_the_same_for_everybody_for_a_month_is_listed_as_stale()
    {
        await using (var command = api.Database.DataSource.CreateCommand("""
            INSERT INTO feature_flags (key, description, definition, is_archived, changed_at, version)
            VALUES ('old-banner', 'The banner of winter', '{"id":"old-banner","enabled":true}', false, $1, 1)
            """))
        {
            command.Parameters.AddWithValue(api.Time.UtcNow.AddDays(-31));
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        var visit = await ConsoleVisit.StartAsync(chromium, api);
        await visit.SignInAsync();
        await visit.FollowAsync("Flags");
        await visit.SeesAsync("Stale flags");
        await visit.SeesAsync("on for everybody");
        await visit.KeepAsync("53-stale");
        visit.Ends();
    }
}
