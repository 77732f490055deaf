using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Jobs.GraphQL.PersistedOperations;
using Jobs.Testing;

namespace Jobs.Api.Tests.PersistedOperations;

/// <summary>Documents that are named instead of sent, as they come over HTTP.</summary>
public sealed class PersistedRequestTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private const string Answer = """{"data":{"__typename":"Query"}}""";

    [Fact]
    public async Task A_hash_is_registered_by_POST_and_answered_by_GET()
    {
        const string Query = "query Registered { __typename }";
        var reference = new { persistedQuery = new { version = 1, sha256Hash = HashOf(Query) } };
        var extensions = Uri.EscapeDataString(JsonSerializer.Serialize(reference));
        var missing = await GetAsync($"operationName=Registered&variables=%7B%7D&extensions={extensions}");
        Assert.Equal((HttpStatusCode.OK, "PERSISTED_QUERY_NOT_FOUND"), (missing.Status, missing.ErrorCode));
        Assert.Equal("PersistedQueryNotFound", missing.Text("errors.0.message"));

        (await PostAsync(new { query = Query, extensions = reference })).ShouldBe(Answer);
        (await GetAsync($"operationName=Registered&extensions={extensions}")).ShouldBe(Answer);
        (await PostAsync(new { extensions = reference })).ShouldBe(Answer);
    }

    [Fact]
    public async Task An_unknown_hash_has_the_status_of_a_request_error_with_the_new_media_type()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { extensions = new { persistedQuery = new { version = 1, sha256Hash = "00" } } }),
        };
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await ApiResponse.ReadAsync(response)).ErrorCode);
    }

    [Theory]
    [InlineData("""{}""", "\"query\" is missing.")]
    [InlineData("""{"extensions":{"other":1}}""", "\"query\" is missing.")]
    [InlineData("""{"query":"{__typename}","documentId":"a"}""", "Send either \"query\" or \"documentId\".")]
    [InlineData("""{"documentId":7}""", "The member \"documentId\" must be a string.")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"a"}}}""", "\"version\": 1")]
    [InlineData("""{"query":"{__typename}","extensions":{"persistedQuery":{"version":"1","sha256Hash":"a"}}}""", "\"version\": 1")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1}}}""", "\"sha256Hash\"")]
    [InlineData("""{"extensions":{"persistedQuery":"a"}}""", "\"sha256Hash\"")]
    public async Task A_reference_that_is_none_is_a_bad_request(string body, string expected)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await api.Http.PostAsync("/graphql", content, TestContext.Current.CancellationToken);
        var answer = await ApiResponse.ReadAsync(response);
        Assert.Equal((HttpStatusCode.BadRequest, "BAD_REQUEST"), (answer.Status, answer.ErrorCode));
        Assert.Contains(expected, answer.Text("errors.0.message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_persisted_mutation_does_not_come_by_GET()
    {
        const string Mutation = "mutation M { __typename }";
        var reference = new { persistedQuery = new { version = 1, sha256Hash = HashOf(Mutation) } };
        await PostAsync(new { query = Mutation, extensions = reference });
        var answer = await GetAsync($"extensions={Uri.EscapeDataString(JsonSerializer.Serialize(reference))}");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "QUERY_ONLY"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task An_unknown_documentId_is_one_error()
    {
        Assert.Equal("PERSISTED_DOCUMENT_NOT_FOUND", (await PostAsync(new { documentId = "a" })).ErrorCode);
        Assert.Equal("PERSISTED_DOCUMENT_NOT_FOUND", (await GetAsync("documentId=sha256:00")).ErrorCode);
    }

    private static string HashOf(string text) => DocumentHash.Of(Encoding.UTF8.GetBytes(text));

    private async Task<ApiResponse> PostAsync(object body)
    {
        using var response = await api.Http.PostAsJsonAsync("/graphql", body, TestContext.Current.CancellationToken);
        return await ApiResponse.ReadAsync(response);
    }

    private async Task<ApiResponse> GetAsync(string queryString)
    {
        using var response = await api.Http.GetAsync($"/graphql?{queryString}", TestContext.Current.CancellationToken);
        return await ApiResponse.ReadAsync(response);
    }
}
