using System.Net;
using Jobs.Testing;
using Npgsql;

namespace Jobs.Api.Tests.WebConsole;

/// <summary>What the console says when something is broken that is not the visitor's fault.</summary>
/// <remarks>In Development, where the framework answers with lines for developers.</remarks>
public sealed class ConsoleErrorTests(CollectingApi api) : IClassFixture<CollectingApi>
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_that_goes_away_is_a_sentence_and_503_and_is_found_again()
    {
        var visitor = await SignedInAsync();
        var name = new NpgsqlConnectionStringBuilder(api.Database.ConnectionString).Database;
        await TestCluster.ExecuteAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await api.Database.EndSessionsAsync();
        try
        {
            foreach (var path in (string[])["/console", "/console/flags", "/console/experiments/any/step/start"])
                await IsUnavailableAsync(await visitor.GetAsync(path));
            await IsUnavailableAsync(await visitor.PostAsync(
                "/console/new-flag", new() { ["_handler"] = "flag", ["Input.Key"] = "away", ["Input.Percentage"] = "1" }));
            await IsUnavailableAsync(await new Visitor(api.Http).SignInAsync(
                ApiDriver.TokenOf(8, api.Time.UtcNow, "product-manager"))); // Who 7 is, is still known.
            using var served = await visitor.GetAsync("/console/served");
            Assert.Equal(HttpStatusCode.OK, served.StatusCode); // What was read last is still there.
        }
        finally
        {
            await TestCluster.ExecuteAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
            api.Database.DataSource.Clear();
        }
        using var healed = await visitor.GetAsync("/console");
        Assert.Equal(HttpStatusCode.OK, healed.StatusCode);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_unavailable_too()
    {
        await using var held = await HeldTable.TakeAsync(api.Database, "users");
        var signingIn = new Visitor(api.Http).SignInAsync(ApiDriver.TokenOf(78, api.Time.UtcNow, "product-manager"));
        await held.UntilWaitingAsync(expected: true);
        await IsUnavailableAsync(await Wait.ForAsync(signingIn, api.Time, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Pages_with_forms_leave_nothing_to_warn_about_in_the_log()
    {
        (await (await SignedInAsync()).GetAsync("/console/new")).Dispose();
        Assert.DoesNotContain("Antiforgery.DefaultAntiforgery", api.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console/no-such-page")]
    [InlineData("/console/experiments/no-such-experiment")]
    [InlineData("/console/flags/no-such-flag/edit")]
    public async Task What_is_not_there_is_a_page_that_says_so(string path)
    {
        using var response = await (await SignedInAsync()).GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no such page", await response.Content.ReadAsStringAsync(Patience), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-form")]
    [InlineData("")]
    public async Task A_form_that_the_page_does_not_have_is_refused_with_a_page(string handler) =>
        await IsRefusedAsync(
            await (await SignedInAsync()).PostAsync("/console/new", new() { ["_handler"] = handler }),
            HttpStatusCode.BadRequest, "Open the page again.");

    [Fact]
    public async Task A_secret_that_was_forged_is_refused_with_a_page() =>
        await IsRefusedAsync(
            await (await SignedInAsync()).PostAsync(
                "/console/new", new() { ["_handler"] = "experiment", ["__RequestVerificationToken"] = "CfDJ8forged" },
                isProtected: false),
            HttpStatusCode.BadRequest, "Open the page again.");

    [Fact]
    public async Task A_form_that_is_too_long_is_refused_with_what_to_do() =>
        await IsRefusedAsync(
            await (await SignedInAsync()).PostAsync(
                "/console/new", new() { ["_handler"] = "experiment", ["Input.Hypothesis"] = new string('a', 300_000) }),
            HttpStatusCode.RequestEntityTooLarge, "It is too long.");

    [Theory]
    [InlineData("Input.Placement", "999", "Choose one of the list.")]
    [InlineData("Input.Audience", "Martians", "Choose one of the list.")]
    [InlineData("Input.Conditions", """["\ud800"]""", "It contains characters that cannot be used.")]
    [InlineData("Input.Conditions", """["\u0000"]""", "It contains characters that cannot be used.")]
    [InlineData("Input.Conditions", "[[[[", "cannot be read")]
    public async Task Nonsense_in_a_field_is_a_sentence_at_the_field(string field, string text, string sentence)
    {
        var fields = new Dictionary<string, string>
        {
            ["_handler"] = "experiment",
            ["Input.Command"] = "save",
            ["Input.Key"] = "nonsense",
            ["Input.Hypothesis"] = "<script>alert(1)</script> 👩‍👩‍👧‍👦",
            ["Input.PrimaryMetric"] = "job_post_saved",
            ["Input.Variants[0].Key"] = "control",
            ["Input.Variants[0].Weight"] = "50",
            ["Input.Variants[1].Key"] = "shown",
            ["Input.Variants[1].Weight"] = "50",
            ["Input.Variants[1].Shows"] = "true",
            ["Input.Variants[1].TitleKorean"] = "안녕",
            [field] = text,
        };
        using var response = await (await SignedInAsync()).PostAsync("/console/new", fields);
        var page = await response.Content.ReadAsStringAsync(Patience);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("One thing to mend", page, StringComparison.Ordinal);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    private static async Task IsRefusedAsync(HttpResponseMessage response, HttpStatusCode status, string sentence)
    {
        using (response)
        {
            var page = await response.Content.ReadAsStringAsync(Patience);
            Assert.Equal((status, "text/html"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
            Assert.Contains("The form was not accepted", page, StringComparison.Ordinal);
            Assert.Contains(sentence, page, StringComparison.Ordinal);
            Assert.DoesNotContain("@formname", page, StringComparison.Ordinal);
        }
    }

    private async Task<Visitor> SignedInAsync()
    {
        var visitor = new Visitor(api.Http);
        (await visitor.SignInAsync(ApiDriver.TokenOf(7, api.Time.UtcNow, "product-manager"))).Dispose();
        return visitor;
    }

    private static async Task IsUnavailableAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var page = await response.Content.ReadAsStringAsync(Patience);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter!.Delta);
            Assert.Contains("The database does not answer at the moment.", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Npgsql", page, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
        }
    }
}
