using Jobs.Testing;

namespace Jobs.Api.Tests;

/// <summary>When something breaks, the client gets an id and the log gets the rest, masked.</summary>
public sealed class ErrorMaskingTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private const string Canary = "canary-42";

    private const string Feed =
        "query Feed($text: String) { feed: jobPosts(filter: { keyword: $text }) { nodes { id } } }";

    [Fact]
    public async Task An_unexpected_error_is_an_id_in_the_answer_and_a_line_in_the_log()
    {
        await ExecuteAsync("ALTER TABLE job_posts RENAME TO job_posts_away");
        var answer = await api.Anonymous.SendAsync(Feed, new { text = Canary });
        await ExecuteAsync("ALTER TABLE job_posts_away RENAME TO job_posts");

        Assert.Equal(("Internal server error.", "INTERNAL_SERVER_ERROR"), (answer.Text("errors.0.message"), answer.ErrorCode));
        Assert.Equal(["code", "errorId"], answer["errors.0.extensions"]!.AsObject().Select(member => member.Key).Order());
        Assert.Equal("feed", answer.Text("errors.0.path.0"));
        var errorId = answer.Text("errors.0.extensions.errorId");
        var line = Assert.Single(api.Log.Lines, line => line.Contains(errorId, StringComparison.Ordinal));
        Assert.Contains("in operation Feed at feed: Npgsql.PostgresException: SQLSTATE 42P01", line, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_that_breaks_is_masked_too()
    {
        await ExecuteAsync("ALTER TABLE users RENAME TO users_away");
        var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Headers = { { "Authorization", $"Bearer {ApiDriver.TokenOf(91, api.Time.UtcNow)}" } },
            Content = Json("""{"query":"{ viewer { user { id } } }"}"""),
        });
        await ExecuteAsync("ALTER TABLE users_away RENAME TO users");
        Assert.Equal(500, (int)answer.Status);
        Assert.Equal("INTERNAL_SERVER_ERROR", answer.ErrorCode);
    }

    [Fact]
    public async Task Nothing_that_a_client_sends_reaches_the_log()
    {
        foreach (var body in new[]
        {
            $"{Canary}", $$$"""{"query":"{{{Canary}}}"}""", $$$"""{"{{{Canary}}}":1}""",
            $$$"""{"query":"{ jobPost(id: \"{{{Canary}}}\") { id } }"}""",
            $$$"""{"query":"{ jobPosts(after: \"{{{Canary}}}\") { nodes { id } } }"}""",
            $$$"""{"query":"{ jobPosts(filter: { keyword: \"{{{Canary}}}\" }) { nodes { id } } }"}""",
            $$$"""{"query":"query ($a: Int!) { jobPosts(first: $a) { nodes { id } } }","variables":{"a":"{{{Canary}}}"}}""",
            $$$"""{"query":"{ __typename }","operationName":"{{{Canary}}}"}""",
            $$$"""{"query":"{ __typename }","variables":{"{{{Canary}}}":["{{{Canary}}}"]}}""",
            $$$"""{"query":"mutation { saveJobPost(input: { jobPostId: \"{{{Canary}}}\" }) { errors { __typename } } }"}""",
        })
            await SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = Json(body) });
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Canary}&variables={Canary}"));
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/{Canary}?{Canary}"));
        foreach (var header in new[]
        {
            "Authorization", "Accept", "Accept-Language", "Content-Type", "Cookie", "Sec-Fetch-Site", "X-Request-Id",
        })
        {
            var content = Json("""{"query":"{ __typename }"}""");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
            if (!request.Headers.TryAddWithoutValidation(header, $"Bearer {Canary}"))
                content.Headers.TryAddWithoutValidation(header, Canary);
            await SendAsync(request);
        }
        Assert.DoesNotContain(Canary, api.Log.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private async Task<ApiResponse> SendAsync(HttpRequestMessage request)
    {
        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiResponse.ReadAsync(response);
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var command = api.Database.DataSource.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
