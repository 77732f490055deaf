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
