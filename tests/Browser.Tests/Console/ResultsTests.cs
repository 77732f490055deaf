using System.Net.Http.Json;
using System.Text;
using Jobs.Testing;
using Microsoft.Playwright;

namespace Jobs.Browser.Tests.Console;

/// <summary>Results of an experiment with events of nine days, as the browser draws them.</summary>
public sealed class ResultsTests(Chromium chromium, CollectingApi api) : IClassFixture<Chromium>, IClassFixture<CollectingApi>
{
    private const string Key = "unread-application-deadline";
    private const int Days = 9;
    private const int PeoplePerDay = 60;

    [Fact(Timeout = 180_000)]
    public async Task Arms_days_intervals_and_the_verdict_are_shown_as_plots_and_as_tables()
    {
        var visit = await ConsoleVisit.StartAsync(chromium, api);
        await visit.SignInAsync();
        await visit.ClickAsync("Use the worked example");
        await visit.FollowAsync("Results");
        await visit.SeesAsync("There are no results yet");
        await visit.FollowAsync("Overview");
        await visit.FollowAsync("Start");
        await visit.ClickAsync("Start");
        await visit.SeesAsync("Started");
        await BeginEarlierAsync();
        await CollectAsync();

        await visit.FollowAsync("Results");
        await visit.SeesAsync("Whether it can be believed");
        await Assertions.Expect(visit.Page.Locator(".plot svg[role=img]")).ToHaveCountAsync(2);
        await Assertions.Expect(visit.Page.Locator(".plot circle.arm-1")).ToHaveCountAsync(Days);
        var table = visit.Page.Locator("table").First;
        await Assertions.Expect(table).ToContainTextAsync("seven-days");
        await Assertions.Expect(table).ToContainTextAsync($"{Days * PeoplePerDay / 2}");
        await visit.Page.GetByText("As a table").First.ClickAsync();
        await visit.IsAccessibleAsync();
        await visit.KeepAsync("40-results");
        await visit.Page.SetViewportSizeAsync(360, 800);
        await visit.IsAccessibleAsync();
        await visit.KeepAsync("41-results-phone");
        visit.Ends();
    }

    private async Task BeginEarlierAsync()
    {
        await using var command = api.Database.DataSource.CreateCommand(
            $"UPDATE notice_experiments SET started_at = started_at - interval '{Days - 1} days' - interval '1 hour'");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Every second employer is in each arm; of the treated rather more read within a day.</summary>
    private async Task CollectAsync()
    {
        var events = new List<object>();
        for (var person = 0; person < Days * PeoplePerDay; person++)
        {
            var (id, isTreated) = ($"{Guid.NewGuid()}", person % 2 == 1);
            var at = api.Time.UtcNow.AddDays(-(Days - 1) + person / PeoplePerDay).AddMinutes(-30);
            Add(events, "notice_assigned", id, at, isTreated);
            if (isTreated) Add(events, "$experiment_started", id, at, isTreated);
            if (person / 2 % 20 < (isTreated ? 11 : 8)) Add(events, "application_read", id, at.AddMinutes(1), isTreated);
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mixpanel/import?strict=1");
        request.Content = JsonContent.Create(events);
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("tests:")));
        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("\"num_records_imported\"", await response.Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(response.IsSuccessStatusCode);
    }

    private static void Add(List<object> events, string name, string person, DateTimeOffset at, bool isTreated) => events.Add(new
    {
        @event = name,
        properties = new Dictionary<string, object>
        {
            ["time"] = at.ToUnixTimeMilliseconds(),
            ["distinct_id"] = person,
            ["$insert_id"] = $"{Guid.NewGuid()}",
            ["Experiment name"] = Key,
            ["Variant name"] = isTreated ? "seven-days" : "control",
            ["experiment_version"] = 2,
            ["minutes_to_read"] = 60,
            ["side"] = "employer",
        },
    });
}
