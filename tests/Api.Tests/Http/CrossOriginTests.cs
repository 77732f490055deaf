using Jobs.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Jobs.Api.Tests.Http;

/// <summary>What browsers are told about pages of other origins: nothing, unless the configuration names the origin.</summary>
public sealed class CrossOriginTests(CrossOriginTests.OpenApi api) : IClassFixture<CrossOriginTests.OpenApi>
{
    private const string Known = "https://shop.example";
    private const string Hello = """{"query":"{ __typename }"}""";

    [Fact]
    public async Task A_preflight_of_a_known_origin_is_answered_with_what_it_may_send()
    {
        using var response = await api.RespondAsync(Preflight(Known));
        Assert.Equal(204, (int)response.StatusCode);
        Assert.Equal(Known, Header(response, "Access-Control-Allow-Origin"));
        Assert.Contains("POST", Header(response, "Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Equal("content-type,authorization", Header(response, "Access-Control-Allow-Headers"));
        Assert.Null(Header(response, "Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://shop.example.evil.example")]
    [InlineData("http://shop.example")]
    [InlineData("null")]
    public async Task A_preflight_of_another_origin_allows_nothing(string origin)
    {
        using var response = await api.RespondAsync(Preflight(origin));
        Assert.Null(Header(response, "Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData(Hello, null, 200)]
    [InlineData("{", null, 400)]
    [InlineData(Hello, "Bearer nonsense", 401)]
    public async Task A_page_of_a_known_origin_may_read_answers_and_refusals(string body, string? authorization, int status)
    {
        var request = HttpRequests.Post(body, null, ("Origin", Known));
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await api.RespondAsync(request);
        Assert.Equal((status, Known), ((int)response.StatusCode, Header(response, "Access-Control-Allow-Origin")));
    }

    private static HttpRequestMessage Preflight(string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,authorization");
        return request;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    /// <summary>A service that pages of one other origin may use.</summary>
    public sealed class OpenApi : ApiDriver
    {
        protected override void Configure(WebApplicationBuilder builder) =>
            builder.Configuration.AddInMemoryCollection([new("GraphQL:AllowedOrigins:0", Known)]);
    }
}
