using Jobs.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Jobs.Api.Tests.Http;

/// <summary>Several requests in one body, where the configuration allows it.</summary>
public sealed class BatchTests(BatchTests.BatchingApi api) : IClassFixture<BatchTests.BatchingApi>
{
    private const string Who = """{"query":"{ viewer { user { id } } }"}""";

    [Fact]
    public async Task Each_request_has_its_own_answer_in_its_place()
    {
        using var response = await api.RespondAsync(HttpRequests.Post("""
            [{"query":"{ a: __typename }"}, {"query":"{"}, {"qeury":""}, 7,
             {"query":"query N { b: __typename }","operationName":"N"}]
            """));
        Assert.Equal(200, (int)response.StatusCode);
        var answers = (await ApiResponse.ReadAsync(response)).Json.AsArray();
        Assert.Equal("""{"data":{"a":"Query"}}""", answers[0]!.ToJsonString());
        Assert.Equal("""{"data":{"b":"Query"}}""", answers[4]!.ToJsonString());
        Assert.Equal(["GRAPHQL_PARSE_FAILED", "BAD_REQUEST", "BAD_REQUEST"],
            answers.Skip(1).Take(3).Select(answer => answer!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task All_requests_of_a_batch_have_the_same_viewer()
    {
        await api.As(viewer: 7).SendAsync("{ __typename }");
        var answer = await api.AnswerAsync(HttpRequests.Post(
            $"[{Who},{Who}]", null, ("Authorization", $"Bearer {ApiDriver.TokenOf(7, api.Time.UtcNow)}")));
        Assert.NotNull(answer["0.data.viewer.user.id"]);
        Assert.Equal(answer.Text("0.data.viewer.user.id"), answer.Text("1.data.viewer.user.id"));
    }

    [Fact]
    public async Task The_status_is_200_whatever_happens_in_a_batch() => Assert.Equal(200, (int)(await api.AnswerAsync(
        HttpRequests.Post("""[{"query":"{"}]""", "application/graphql-response+json"))).Status);

    [Theory]
    [InlineData("[]", "BAD_REQUEST")]
    [InlineData("[1,2,3,4,5,6]", "BATCH_TOO_LARGE")]
    public async Task A_batch_without_requests_or_with_too_many_is_refused_as_a_whole(string body, string code)
    {
        var answer = await api.AnswerAsync(HttpRequests.Post(body));
        Assert.Equal((400, code), ((int)answer.Status, answer.ErrorCode));
    }

    [Theory, InlineData("multipart/mixed"), InlineData("text/event-stream")]
    public async Task A_batch_is_not_answered_as_a_stream(string accept)
    {
        var answer = await api.AnswerAsync(HttpRequests.Post("""[{"query":"{ __typename }"}]""", accept));
        Assert.Equal((406, "NOT_ACCEPTABLE"), ((int)answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task A_request_that_breaks_leaves_the_answers_of_the_others()
    {
        await using (var away = api.Database.DataSource.CreateCommand("ALTER TABLE job_posts RENAME TO job_posts_away"))
            await away.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var answer = await api.AnswerAsync(HttpRequests.Post(
            """[{"query":"{ jobPosts { nodes { id } } }"},{"query":"{ __typename }"}]"""));
        await using (var back = api.Database.DataSource.CreateCommand("ALTER TABLE job_posts_away RENAME TO job_posts"))
            await back.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        Assert.Equal("INTERNAL_SERVER_ERROR", answer.Text("0.errors.0.extensions.code"));
        Assert.Equal("Query", answer.Text("1.data.__typename"));
    }

    /// <summary>A service that takes batches of up to five.</summary>
    public sealed class BatchingApi : ApiDriver
    {
        protected override void Configure(WebApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection(
            [new("GraphQL:AllowBatching", "true"), new("GraphQL:MaxBatchSize", "5")]);
    }
}
