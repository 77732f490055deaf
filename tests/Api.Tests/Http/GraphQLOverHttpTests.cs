using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Jobs.Testing;

namespace Jobs.Api.Tests.Http;

/// <summary>What the GraphQL-over-HTTP specification asks of well-formed requests, by media type.</summary>
public sealed class GraphQLOverHttpTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";

    [Theory]
    [InlineData(Json, """{"query":"{ __typename }"}""", 200)]
    [InlineData(GraphQLResponse, """{"query":"{ __typename }"}""", 200)]
    [InlineData(Json, """{"query":"{ __typename }","variables":null,"operationName":null,"extensions":null,"more":1}""", 200)]
    [InlineData(GraphQLResponse, """{"query":"query A { __typename } query B { b: __typename }","operationName":"B"}""", 200)]
    // Not a document, not valid, no such operation, variables that do not fit: with the old media type the answer is 200.
    [InlineData(Json, """{"query":"{"}""", 200)]
    [InlineData(GraphQLResponse, """{"query":"{"}""", 400)]
    [InlineData(Json, """{"query":"{ nothingLikeThis }"}""", 200)]
    [InlineData(GraphQLResponse, """{"query":"{ nothingLikeThis }"}""", 400)]
    [InlineData(Json, """{"query":"query A { __typename }","operationName":"B"}""", 200)]
    [InlineData(GraphQLResponse, """{"query":"query A { __typename }","operationName":"B"}""", 400)]
    [InlineData(Json, """{"query":"query ($id: ID!) { node(id: $id) { id } }","variables":{"id":null}}""", 200)]
    [InlineData(GraphQLResponse, """{"query":"query ($id: ID!) { node(id: $id) { id } }","variables":{"id":null}}""", 400)]
    // Data and errors together.
    [InlineData(Json, """{"query":"{ node(id: \"not an id\") { id } }"}""", 200)]
    [InlineData(GraphQLResponse, """{"query":"{ node(id: \"not an id\") { id } }"}""", 294)]
    public async Task The_status_follows_from_the_media_type_and_the_outcome(string accept, string body, int expected)
    {
        using var response = await PostAsync(body, accept);
        Assert.Equal(expected, (int)response.StatusCode);
        Assert.Equal($"{accept}; charset=utf-8", response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task A_request_error_has_no_data_and_a_code()
    {
        using var response = await PostAsync("""{"query":"{ nothingLikeThis }"}""", GraphQLResponse);
        var answer = await ApiResponse.ReadAsync(response);
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", answer.ErrorCode);
        Assert.Null(answer.Json["data"]);
    }

    [Fact]
    public async Task Korean_and_emoji_survive_the_way_there_and_back()
    {
        using var response = await PostAsync("""
            {"query":"query ($code: String!) { neighborhood(code: $code) { name } }","variables":{"code":"1168064000"}}
            """, Json);
        Assert.Contains("역삼1동", (await ApiResponse.ReadAsync(response)).Body, StringComparison.Ordinal);
        using var unknown = await PostAsync("""{"query":"{ Run🏃Swim🏊 }"}""", Json);
        Assert.Contains("U+1F3C3", (await ApiResponse.ReadAsync(unknown)).Text("errors.0.message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_may_come_by_GET_with_its_variables_as_JSON()
    {
        const string Query = "query Q($code: String!) { neighborhood(code: $code) { name } }";
        var response = await GetAsync("query=" + Uri.EscapeDataString(Query)
            + "&operationName=Q&variables=" + Uri.EscapeDataString("""{"code":"1168064000"}"""), GraphQLResponse);
        Assert.Equal(HttpStatusCode.OK, response.Status);
        response.ShouldBe("""{"data":{"neighborhood":{"name":"역삼1동"}}}""");
    }

    [Fact]
    public async Task An_empty_operation_name_in_a_GET_is_none() =>
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("query=%7B__typename%7D&operationName=", GraphQLResponse)).Status);

    [Theory, InlineData(Json), InlineData(GraphQLResponse)]
    public async Task A_mutation_does_not_come_by_GET(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=mutation%7B__typename%7D");
        request.Headers.Accept.ParseAdd(accept);
        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Answers_carry_safe_headers_and_no_name_of_the_server()
    {
        using var response = await PostAsync("""{"query":"{ __typename }"}""", Json);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task What_a_browser_opens_is_not_framed_and_tells_no_address_on()
    {
        using var response = await api.Http.GetAsync("/graphql?query=%7B__typename%7D", TestContext.Current.CancellationToken);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    private async Task<ApiResponse> GetAsync(string queryString, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?{queryString}");
        request.Headers.Accept.ParseAdd(accept);
        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiResponse.ReadAsync(response);
    }

    private async Task<HttpResponseMessage> PostAsync(string body, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(Json)),
        };
        request.Headers.Accept.ParseAdd(accept);
        return await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
