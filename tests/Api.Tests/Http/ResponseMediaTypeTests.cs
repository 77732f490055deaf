using Jobs.Api.Http;

namespace Jobs.Api.Tests.Http;

/// <summary>Which of the two media types an Accept header asks for.</summary>
public sealed class ResponseMediaTypeTests
{
    private const string Json = "application/json; charset=utf-8";
    private const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("", Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("APPLICATION/JSON", Json)]
    [InlineData("application/json; charset=\"UTF-8\"", Json)]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8", Json)]
    [InlineData("application/graphql-response+json", GraphQLResponse)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", GraphQLResponse)]
    [InlineData("application/json, application/graphql-response+json", Json)]
    [InlineData("application/json;q=0.9, application/graphql-response+json", GraphQLResponse)]
    [InlineData("application/graphql-response+json;q=0.5, */*;q=0.9", Json)]
    [InlineData("application/json;q=0, */*", GraphQLResponse)]
    [InlineData("text/html", null)]
    [InlineData("application/json;q=0", null)]
    [InlineData("application/json; charset=utf-16", null)]
    [InlineData("application/xml, text/*", null)]
    [InlineData(";;;", null)]
    public void The_best_supported_type_is_chosen(string? accept, string? expected) =>
        Assert.Equal(expected, ResponseMediaType.Choose(accept)?.ContentType);
}
