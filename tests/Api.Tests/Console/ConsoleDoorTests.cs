using System.Net;
using System.Text.RegularExpressions;
using Jobs.Testing;

namespace Jobs.Api.Tests.WebConsole;

/// <summary>Who gets into the console, over plain HTTP, as in Production.</summary>
public sealed partial class ConsoleDoorTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    [Theory]
    [InlineData("/console")]
    [InlineData("/console/new")]
    [InlineData("/console/experiments/any/results")]
    [InlineData("/console/no-such-page")]
    public async Task Whoever_is_not_signed_in_is_sent_to_the_sign_in(string path)
    {
        using var response = await api.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal($"/console/sign-in?return={Uri.EscapeDataString(path)}", response.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task A_token_without_a_role_is_refused_and_no_cookie_is_given()
    {
        var visitor = new Visitor(api.Http);
        using var response = await visitor.SignInAsync(ApiDriver.TokenOf(7, api.Time.UtcNow));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain(visitor.Cookies.Keys, name => name.EndsWith("jobs-console", StringComparison.Ordinal));
        using var list = await visitor.GetAsync("/console");
        Assert.Equal(HttpStatusCode.Redirect, list.StatusCode);
    }

    [Theory]
    [InlineData("no token")]
    [InlineData("")]
    public async Task What_is_no_token_is_refused(string token)
    {
        using var response = await new Visitor(api.Http).SignInAsync(token);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("product-manager")]
    [InlineData("operator")]
    public async Task A_token_with_a_role_becomes_a_cookie_that_ends_with_it(string role)
    {
        var visitor = new Visitor(api.Http);
        using var response = await visitor.SignInAsync(ApiDriver.TokenOf(7, api.Time.UtcNow, role), "/console/new");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.EndsWith("/console/new", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        var cookie = visitor.Attributes["__Host-jobs-console"];
        Assert.Contains("path=/", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.Ordinal);
        using var list = await visitor.GetAsync("/console");
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_worth_nothing_once_the_token_has_run_out()
    {
        await using var later = new ApiDriver();
        await later.InitializeAsync();
        var visitor = new Visitor(later.Http);
        (await visitor.SignInAsync(ApiDriver.TokenOf(7, later.Time.UtcNow, "product-manager"))).Dispose();
        later.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/console")).StatusCode);
        later.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/console")).StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/console")]
    [InlineData("//elsewhere.example")]
    [InlineData("/console/\\elsewhere.example")]
    [InlineData("/graphql")]
    public async Task Signing_in_leads_nowhere_but_into_the_console(string target)
    {
        using var response = await new Visitor(api.Http)
            .SignInAsync(ApiDriver.TokenOf(7, api.Time.UtcNow, "product-manager"), target);
        Assert.EndsWith("/console", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_secret_is_refused()
    {
        var visitor = await SignedInAsync();
        using var response = await visitor.PostAsync("/console", new() { ["_handler"] = "worked-example" }, isProtected: false);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Open the page again", await BodyAsync(response), StringComparison.Ordinal);
        await using var db = await api.Database.DbFactory.CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Empty(db.NoticeExperiments);
    }

    [Fact]
    public async Task Every_page_runs_only_its_own_scripts_is_framed_by_nobody_and_kept_by_nobody()
    {
        var visitor = await SignedInAsync();
        foreach (var path in new[] { "/console", "/console/new", "/console/sign-in", "/console/no-such-page" })
        {
            using var response = await visitor.GetAsync(path);
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
            Assert.True(response.Headers.CacheControl!.NoStore);
            var page = await BodyAsync(response);
            Assert.DoesNotMatch(InlineCode(), page);
        }
    }

    [Fact]
    public async Task GraphQL_does_not_know_the_cookie()
    {
        var visitor = await SignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"{ viewer { user { displayName } } }"}""", null, "application/json"),
        };
        using var response = await visitor.SendAsync(request);
        Assert.Contains("\"viewer\":null", await BodyAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        var visitor = await SignedInAsync();
        (await visitor.PostAsync("/console/sign-out", new() { ["_handler"] = "sign-out" })).Dispose();
        using var list = await visitor.GetAsync("/console");
        Assert.Equal(HttpStatusCode.Redirect, list.StatusCode);
    }

    [Fact]
    public async Task Styles_and_scripts_may_be_kept_for_ever_because_their_address_names_their_bytes()
    {
        using var page = await api.Http.GetAsync("/console/sign-in", TestContext.Current.CancellationToken);
        foreach (Match asset in Assets().Matches(await BodyAsync(page)))
        {
            using var response = await api.Http.GetAsync(asset.Value, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("immutable", response.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        }
        using var old = await api.Http.GetAsync(
            "/console/assets/000000000000/console.css", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
    }

    private async Task<Visitor> SignedInAsync()
    {
        var visitor = new Visitor(api.Http);
        (await visitor.SignInAsync(ApiDriver.TokenOf(7, api.Time.UtcNow, "product-manager"))).Dispose();
        return visitor;
    }

    private static Task<string> BodyAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    [GeneratedRegex("""<script(?![^>]* src=)|<style| style=| on[a-z]+=|javascript:""")]
    private static partial Regex InlineCode();

    [GeneratedRegex("/console/assets/[^\"]+")]
    private static partial Regex Assets();
}
