using System.Net.Http.Headers;
using System.Text;
using Jobs.Testing;

namespace Jobs.Api.Tests.Http;

/// <summary>Requests that never reach the engine: each gets its documented status and code, in a GraphQL-shaped answer.</summary>
public sealed class RefusedRequestTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private const string Json = "application/json";
    private static readonly string DeepList = new string('[', 200) + new string(']', 200);

    public static TheoryData<string, string?, int, string> Posts() => new()
    {
        { "", Json, 400, "BAD_REQUEST" },
        { "NONSENSE", Json, 400, "BAD_REQUEST" },
        { """{"query":""", Json, 400, "BAD_REQUEST" },
        { """{"query":"{ __typename }"} trailing""", Json, 400, "BAD_REQUEST" },
        { """[{"query":"{ __typename }"}]""", Json, 400, "BATCHING_NOT_ALLOWED" },
        { "null", Json, 400, "BAD_REQUEST" },
        { """{"qeury":"{ __typename }"}""", Json, 400, "BAD_REQUEST" },
        { """{"query":null}""", Json, 400, "BAD_REQUEST" },
        { """{"query":7}""", Json, 400, "BAD_REQUEST" },
        { """{"query":"{ __typename }","operationName":["A"]}""", Json, 400, "BAD_REQUEST" },
        { """{"query":"{ __typename }","variables":"{}"}""", Json, 400, "BAD_REQUEST" },
        { """{"query":"{ __typename }","variables":[7]}""", Json, 400, "BAD_REQUEST" },
        { """{"query":"{ __typename }","extensions":true}""", Json, 400, "BAD_REQUEST" },
        { """{"query":"{ __typename }","query":"{ a: __typename }"}""", Json, 400, "BAD_REQUEST" },
        { """{"query":"{ __typename }","variables":{"a":1,"a":2}}""", Json, 400, "BAD_REQUEST" },
        { """{"query":"\ud800"}""", Json, 400, "BAD_REQUEST" },
        { """{"query":"{ __typename }","variables":{"\udc00":1}}""", Json, 400, "BAD_REQUEST" },
        { $$"""{"variables":{"a": {{DeepList}} },"query":"{ __typename }"}""", Json, 400, "BAD_REQUEST" },
        { $$"""{"query":"{{new string(' ', 300_000)}}"}""", Json, 413, "PAYLOAD_TOO_LARGE" },
        { """{"query":"{ __typename }"}""", null, 415, "UNSUPPORTED_MEDIA_TYPE" },
        { """{"query":"{ __typename }"}""", "text/plain", 415, "UNSUPPORTED_MEDIA_TYPE" },
        { "query=%7B__typename%7D", "application/x-www-form-urlencoded", 415, "UNSUPPORTED_MEDIA_TYPE" },
        { """{"query":"{ __typename }"}""", "application/json; charset=utf-16", 415, "UNSUPPORTED_MEDIA_TYPE" },
        { "{ __typename }", "application/graphql", 415, "UNSUPPORTED_MEDIA_TYPE" },
    };

    [Theory, MemberData(nameof(Posts))]
    public async Task A_POST_is_refused(string body, string? contentType, int status, string code)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (contentType is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        await AssertRefusedAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content }, status, code);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF8_is_refused()
    {
        byte[] latin = [.. """{"query":"{ __typename }","variables":{"a":"caf"""u8, 0xE9, .. "\"}}"u8];
        var content = new ByteArrayContent(latin) { Headers = { ContentType = new MediaTypeHeaderValue(Json) } };
        await AssertRefusedAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content }, 400, "BAD_REQUEST");
    }

    [Fact]
    public async Task A_body_without_a_length_is_cut_off_at_the_limit()
    {
        var content = new ByteArrayContent(new byte[300_000]) { Headers = { ContentType = new MediaTypeHeaderValue(Json) } };
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.TransferEncodingChunked = true;
        var response = await AssertRefusedAsync(request, 413, "PAYLOAD_TOO_LARGE");
        Assert.True(response.Headers.ConnectionClose); // Its rest is not read: nobody may send a next request behind it.
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        var content = new ByteArrayContent([0x1f, 0x8b])
        {
            Headers = { ContentType = new MediaTypeHeaderValue(Json), ContentEncoding = { "gzip" } },
        };
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        await AssertRefusedAsync(request, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    [Theory]
    [InlineData("")]
    [InlineData("variables=%7B%7D")]
    [InlineData("query=%7B__typename%7D&query=%7B__typename%7D")]
    [InlineData("query=%7B__typename%7D&variables=7")]
    [InlineData("query=%7B__typename%7D&variables=%7B")]
    [InlineData("query=%7B__typename%7D&extensions=%5B%5D")]
    public async Task A_GET_with_bad_parameters_is_refused(string queryString) =>
        await AssertRefusedAsync(new HttpRequestMessage(HttpMethod.Get, $"/graphql?{queryString}"), 400, "BAD_REQUEST");

    [Theory, InlineData("PUT"), InlineData("DELETE"), InlineData("PATCH"), InlineData("OPTIONS")]
    public async Task Another_method_is_not_allowed(string method)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), "/graphql");
        var response = await AssertRefusedAsync(request, 405, "METHOD_NOT_ALLOWED");
        Assert.Equal(["GET", "HEAD", "POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task An_Accept_header_without_a_usable_type_is_not_acceptable()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7B__typename%7D");
        request.Headers.Accept.ParseAdd("text/html");
        await AssertRefusedAsync(request, 406, "NOT_ACCEPTABLE");
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_embed_a_query()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7B__typename%7D");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Mode", "no-cors");
        await AssertRefusedAsync(request, 403, "CROSS_SITE_REQUEST");
    }

    private async Task<HttpResponseMessage> AssertRefusedAsync(HttpRequestMessage request, int status, string code)
    {
        var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await ApiResponse.ReadAsync(response);
        Assert.Equal((status, code), ((int)answer.Status, answer.ErrorCode));
        Assert.Null(answer.Json["data"]);
        return response;
    }
}
