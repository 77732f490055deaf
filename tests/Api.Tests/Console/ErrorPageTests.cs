using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Jobs.Api.Triage;
using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Api.Tests.WebConsole;

/// <summary>What operators see of errors, and what they may say about them, over plain HTTP.</summary>
public sealed partial class ErrorPageTests(ApiDriver api) : IClassFixture<ApiDriver>, IAsyncLifetime
{
    private static readonly string Page = $"/console/errors/{ErrorsOfTwoDays.LostApplications.Id}";

    private readonly ErrorsOfTwoDays errors = new(api);

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await errors.ForgetAsync();
        await errors.PassAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Errors_are_listed_by_verdict_with_their_reasons_and_figures()
    {
        var page = await ReadAsync(await OperatorAsync(), "/console/errors");
        string[] inOrder =
        [
            "<h2>Act now", "NpgsqlException", "ApplyToJobPost · applyToJobPost", "Data was lost on a core path.",
            "People by variant: save-hint/hint 3 · save-hint/control 1", "Core path",
            "6 / 6", "4 / 4", "just now", "jobs@7.1.0", "6 in the last 48 hours, 6 in the worst of them",
            "<h2>Soon", "TimeoutException", "JobFeed · jobPosts.edges.node.employer.rating",
            "A core path is degraded, but was served.", "jobs@7.0.3 – jobs@7.1.0",
            "<h2>Monitor", "IOException", "background work idempotency-sweep", "It is rare and off the core path.",
            "InvalidOperationException",
            "Nothing as bad was seen for a while; before, it was “Act now”: it is very frequent, or meets many people.",
            "Operations that failed in the last hour", "ApplyToJobPost", "5 %",
        ];
        var found = 0;
        foreach (var words in inOrder)
        {
            var next = page.IndexOf(words, found, StringComparison.Ordinal);
            Assert.True(next >= found, $"{words} is not where it should be.");
            found = next;
        }
        Assert.DoesNotContain("ALREADY_APPLIED", page, StringComparison.Ordinal); // No error; there is a filter for it.
    }

    [Fact]
    public async Task A_filter_shows_one_verdict_or_one_release_and_also_what_is_expected()
    {
        var visitor = await OperatorAsync();
        var soon = await ReadAsync(visitor, "/console/errors?verdict=Soon");
        Assert.Contains("TimeoutException", soon, StringComparison.Ordinal);
        Assert.DoesNotContain("NpgsqlException", soon, StringComparison.Ordinal);
        var old = await ReadAsync(visitor, "/console/errors?release=jobs%407.0.3");
        Assert.Contains("IOException", old, StringComparison.Ordinal);
        Assert.DoesNotContain("NpgsqlException", old, StringComparison.Ordinal);
        Assert.Contains("An expected outcome is counted and not reported.",
            await ReadAsync(visitor, "/console/errors?verdict=None"), StringComparison.Ordinal);
        Assert.Contains("There is no error here.",
            await ReadAsync(visitor, "/console/errors?verdict=nonsense&release=none"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_error_and_without_a_DSN_the_list_says_so()
    {
        await errors.ForgetAsync();
        var visitor = await OperatorAsync();
        var page = await ReadAsync(visitor, "/console/errors");
        Assert.Contains("There was no error in the last 30 days", page, StringComparison.Ordinal);
        Assert.Contains("There is no DSN of Sentry, so nothing is sent.", page, StringComparison.Ordinal);
        Assert.Contains("지난 30일 동안 오류가 없어요", await ReadInKoreanAsync(visitor, "/console/errors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_error_is_told_in_full_in_both_languages_and_names_nobody()
    {
        var visitor = await OperatorAsync();
        var page = await ReadAsync(visitor, Page);
        string[] told =
        [
            "Act now · Fix it",
            "Data was lost on a core path. In the last hour it was seen 6 times by 4 people, in 7 days 6 times by 4.",
            "Jobs.Schema.Applications.ApplicationMutations.ApplyToJobPostAsync", ErrorsOfTwoDays.LostApplications.Id,
            "save-hint", "hint</td>", "control</td>", "There is no DSN of Sentry",
        ];
        Assert.All(told, words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.DoesNotContain("Open in Sentry", page, StringComparison.Ordinal);
        Assert.Contains("핵심 경로에서 데이터를 잃었어요.", await ReadInKoreanAsync(visitor, Page), StringComparison.Ordinal);
        await using var db = await api.Database.DbFactory.CreateDbContextAsync(Patience);
        var viewers = await db.KnownErrorViewers.Select(row => row.Viewer).ToListAsync(Patience);
        Assert.NotEmpty(viewers);
        Assert.All(viewers, viewer => Assert.DoesNotContain(
            viewer.ToString(CultureInfo.InvariantCulture), page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/console/errors")]
    [InlineData("/console/errors/00000000000000000000000000000000")]
    public async Task Product_managers_see_no_errors_and_set_no_verdicts(string path)
    {
        var visitor = await SignedInAsync("product-manager");
        using var list = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, list.StatusCode);
        Assert.Contains("For operators only", await BodyAsync(list), StringComparison.Ordinal);
        Assert.DoesNotContain("/console/errors", await ReadAsync(visitor, "/console"), StringComparison.Ordinal);
        Assert.Contains("/console/errors", await ReadAsync(await OperatorAsync(), "/console"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_no_operator_or_sends_no_secret_sets_no_verdict()
    {
        var manager = await SignedInAsync("product-manager");
        var fields = Fields("Monitor", "It is nothing.", api.Time.UtcNow.AddHours(2));
        // With the secret of a page that they may see.
        fields["__RequestVerificationToken"] =
            Secret().Match(await ReadAsync(manager, "/console/new")).Groups[1].Value;
        using var refused = await manager.PostAsync(Page, fields, isProtected: false);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        fields.Remove("__RequestVerificationToken");
        using var forged = await (await OperatorAsync()).PostAsync(Page, fields, isProtected: false);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var stranger = await new Visitor(api.Http).PostAsync(Page, fields, isProtected: false);
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);
        await using var db = await api.Database.DbFactory.CreateDbContextAsync(Patience);
        Assert.All(await db.KnownErrors.ToListAsync(Patience), error => Assert.Null(error.OverrideLevel));
    }

    [Fact]
    public async Task What_an_operator_says_reaches_a_running_instance_within_seconds_and_ends_when_it_is_ended()
    {
        // A service of its own: an exchange that its clock set going may still be at it when the next test writes its errors.
        await using var own = new ApiDriver();
        await own.InitializeAsync();
        await new ErrorsOfTwoDays(own).PassAsync();
        var triage = own.Services.GetRequiredService<ErrorTriage>();
        await UntilAsync(() => triage.Known > 4); // It knows what the other instance saw.
        var visitor = await SignedInAsync("operator", own);
        var until = own.Time.UtcNow.AddHours(2);
        using var set = await visitor.PostAsync(Page, Fields("Monitor", "결제사 점검\r\n09시까지", until));
        Assert.Equal($"{Page}?done=overridden", set.Headers.Location!.PathAndQuery);
        await UntilAsync(() => See() is { Override: TriageLevel.Monitor, Verdict.Level: TriageLevel.Monitor });
        var page = await ReadAsync(visitor, Page);
        string[] told =
        [
            "An operator has set it; by the rules it would be “Act now”: data was lost on a core path.",
            "Set by an operator until 2026-03-06 ", "결제사 점검\n09시까지", "(#1000000)",
        ];
        Assert.All(told, words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.Contains(
            $"Operator 1000000 set the verdict of the error {ErrorsOfTwoDays.LostApplications.Id} to Monitor", own.Log.Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("결제사", own.Log.Text, StringComparison.Ordinal);

        using var ended = await visitor.PostAsync(Page, new() { ["_handler"] = "end", ["SeenVersion"] = "1" });
        Assert.Equal($"{Page}?done=override-ended", ended.Headers.Location!.PathAndQuery);
        await UntilAsync(() => See() is { Override: null, Verdict.Level: TriageLevel.ActNow });
        Assert.Contains("v2 · The rules decide again", await ReadAsync(visitor, Page), StringComparison.Ordinal);

        TriagedError See() => triage.See(
            new(ErrorsOfTwoDays.LostApplications, own.Time.UtcNow) { Core = true, DataLost = true });

        // Instances tell each other every five seconds. In small steps: the cookie and the verdict must not run out meanwhile.
        Task UntilAsync(Func<bool> condition) => Wait.UntilAsync(condition, own.Time, TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task Nobody_overwrites_what_somebody_else_said_without_having_seen_it()
    {
        var (one, other) = (await OperatorAsync(), await OperatorAsync());
        var until = api.Time.UtcNow.AddHours(2);
        (await one.PostAsync(Page, Fields("Monitor", "First.", until))).Dispose();
        using var late = await other.PostAsync(Page, Fields("Soon", "Second.", until));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await BodyAsync(late);
        Assert.Contains("Somebody else changed it meanwhile", page, StringComparison.Ordinal);
        Assert.Contains("“Monitor” until", page, StringComparison.Ordinal);
        Assert.Contains("Second.", page, StringComparison.Ordinal); // What was written is still there.
        using var end = await other.PostAsync(Page, new() { ["_handler"] = "end", ["SeenVersion"] = "0" });
        Assert.Equal(HttpStatusCode.Conflict, end.StatusCode);
        using var again = await other.PostAsync(Page, Fields("Soon", "Second.", until, seen: 1));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(["Second.", "First."], await NotesAsync());
    }

    [Fact]
    public async Task Of_many_operators_at_the_same_moment_one_is_first()
    {
        var visitors = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OperatorAsync()));
        var until = api.Time.UtcNow.AddHours(2);
        var answers = await Task.WhenAll(visitors.Select((visitor, number) =>
            visitor.PostAsync(Page, Fields("Soon", $"Number {number}.", until))));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Single(await NotesAsync());
        foreach (var answer in answers) answer.Dispose();
    }

    [Theory]
    [InlineData("Level", "", "Choose a verdict.")]
    [InlineData("Level", "None", "Choose a verdict.")]
    [InlineData("Level", "2", "Choose a verdict.")]
    [InlineData("Note", " \r\n ", "Write down why.")]
    [InlineData("Note", "1001", "It can have 1000 characters.")]
    [InlineData("Until", "", "Write a date and a time.")]
    [InlineData("Until", "tomorrow", "Write a date and a time.")]
    [InlineData("Until", "2026-02-30T09:00", "Write a date and a time.")]
    [InlineData("Until", "9999-12-31T23:59", "Write a date and a time.")]
    [InlineData("Until", "2026-03-06T08:59", "It is over already: write a time to come.")]
    [InlineData("Until", "2026-06-06T09:00", "It can be 30 days from now at the latest.")]
    public async Task What_is_wrong_with_the_form_stands_at_its_field(string field, string text, string sentence)
    {
        var fields = Fields("Monitor", "Fine.", api.Time.UtcNow.AddHours(2));
        fields[$"Change.{field}"] = text == "1001" ? new string('가', 1001) : text;
        using var response = await (await OperatorAsync()).PostAsync(Page, fields);
        var page = await BodyAsync(response);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Matches($"""id="{field.ToLowerInvariant()}-problem">{Regex.Escape(sentence)}""", page);
        Assert.Contains("One thing to mend", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Leave it to the rules again", page, StringComparison.Ordinal); // There is nothing to end.
        Assert.Empty(await NotesAsync());
    }

    [Fact]
    public async Task A_note_and_a_time_at_their_limits_are_taken()
    {
        using var response = await (await OperatorAsync()).PostAsync(
            Page, Fields("ActNow", new string('가', 1000), api.Time.UtcNow.AddDays(30)));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal([new string('가', 1000)], await NotesAsync());
    }

    [Theory]
    [InlineData("/console/errors/00000000000000000000000000000000")]
    [InlineData("/console/errors/no-fingerprint")]
    public async Task An_error_that_nobody_knows_is_a_page_that_says_so(string path)
    {
        using var response = await (await OperatorAsync()).GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task With_a_DSN_the_page_leads_to_Sentry_or_says_what_to_search_for()
    {
        await using var receiver = await SentryReceiver.StartAsync();
        var folder = Directory.CreateTempSubdirectory("jobs-sentry-link-");
        Dictionary<string, string?> settings = new()
        {
            ["Sentry:Dsn"] = receiver.Dsn,
            ["Sentry:BufferFolder"] = folder.FullName,
        };
        await using (var plain = await api.StartAnotherAsync(settings))
        {
            var page = await ReadAsync(await OperatorAsync(plain), Page);
            Assert.Contains(
                $"<code>triage.fingerprint:{ErrorsOfTwoDays.LostApplications.Id}</code>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("nothing is sent", page, StringComparison.Ordinal);
        }
        settings["Sentry:WebAddress"] = "https://sentry.io/organizations/jobs/";
        await using (var linked = await api.StartAnotherAsync(settings))
        {
            var page = await ReadAsync(await OperatorAsync(linked), Page);
            var address = Link().Match(page).Groups[1].Value;
            Assert.Equal(
                $"https://sentry.io/organizations/jobs/issues/?project={receiver.Dsn.Split('/')[^1]}"
                    + $"&query=triage.fingerprint%3A{ErrorsOfTwoDays.LostApplications.Id}&statsPeriod=30d", address);
        }
        folder.Delete(recursive: true);
    }

    private static Dictionary<string, string> Fields(string level, string note, DateTimeOffset until, int seen = 0) => new()
    {
        ["_handler"] = "override",
        ["SeenVersion"] = $"{seen}",
        ["Change.Level"] = level,
        ["Change.Note"] = note,
        ["Change.Until"] = until.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
    };

    private async Task<List<string?>> NotesAsync()
    {
        await using var db = await api.Database.DbFactory.CreateDbContextAsync(Patience);
        return [.. (await db.ReadErrorOverridesAsync(ErrorsOfTwoDays.LostApplications.Id, Patience)).Select(said => said.Note)];
    }

    private Task<Visitor> OperatorAsync() => SignedInAsync("operator");

    /// <summary>A cookie of one instance is good at all of them.</summary>
    private async Task<Visitor> OperatorAsync(ApiInstance instance)
    {
        var visitor = new Visitor(instance.Http);
        foreach (var (name, value) in (await OperatorAsync()).Cookies) visitor.Cookies[name] = value;
        return visitor;
    }

    private Task<Visitor> SignedInAsync(string role) => SignedInAsync(role, api);

    private static async Task<Visitor> SignedInAsync(string role, ApiDriver service)
    {
        var visitor = new Visitor(service.Http);
        (await visitor.SignInAsync(ApiDriver.TokenOf(7, service.Time.UtcNow, role))).Dispose();
        return visitor;
    }

    private static async Task<string> ReadAsync(Visitor visitor, string path)
    {
        using var response = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await BodyAsync(response);
    }

    /// <summary>By a client of its own: the other keeps the language that was chosen for the tests that follow.</summary>
    private async Task<string> ReadInKoreanAsync(Visitor visitor, string path)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = api.Http.BaseAddress };
        var korean = new Visitor(http);
        foreach (var (name, value) in visitor.Cookies) korean.Cookies[name] = value;
        return await ReadAsync(korean, $"{path}?language=ko");
    }

    private static async Task<string> BodyAsync(HttpResponseMessage response) =>
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Patience));

    [GeneratedRegex("""class="button" href="([^"]+)" rel="noreferrer">Open in Sentry""")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Secret();
}
