using Jobs.Api.Http;
using Jobs.GraphQL;

namespace Jobs.Api.Tests.Http;

/// <summary>Which media types an Accept header asks for, for a single result and for a stream.</summary>
public sealed class AcceptedTypesTests
{
    private const string Json = "application/json; charset=utf-8";
    private const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";
    private const string EventStream = "text/event-stream; charset=utf-8";
    private const string Multipart = "multipart/mixed; boundary=\"-\"";

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
    [InlineData("multipart/mixed, application/json;q=0.1", Json)]
    [InlineData("text/event-stream", EventStream)]
    [InlineData("multipart/mixed", Multipart)]
    [InlineData("text/event-stream;q=0.5, multipart/mixed", Multipart)]
    public void A_single_result_is_JSON_if_that_is_accepted(string? accept, string expected) =>
        Assert.Equal(expected, AcceptedTypes.Read(accept).Single.ContentType);

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/xml, text/*, multipart/*")]
    [InlineData("multipart/form-data")]
    [InlineData(";;;")]
    public void Nothing_may_be_left(string accept) => Assert.True(AcceptedTypes.Read(accept).IsNone);

    [Theory]
    [InlineData("application/json, text/event-stream, multipart/mixed", EventStream)]
    [InlineData("multipart/mixed;incrementalSpec=v0.2,application/graphql-response+json,application/json;q=0.9", Multipart)]
    [InlineData("multipart/mixed;q=0.2, text/event-stream;q=0.3", EventStream)]
    public void A_stream_is_what_the_client_names_first_or_wants_most(string accept, string expected) =>
        Assert.Equal(expected, AcceptedTypes.Read(accept).Stream(ResponseForms.Incremental).ContentType);

    [Theory]
    [InlineData(null, ResponseForms.Single)]
    [InlineData("*/*", ResponseForms.Single)]
    [InlineData("text/*, multipart/*, application/json", ResponseForms.Single)]
    [InlineData("application/json, multipart/mixed", ResponseForms.Incremental)]
    [InlineData("application/json, multipart/mixed; boundary=graphql; incrementalSpec=\"v0.2\"", ResponseForms.Incremental)]
    [InlineData("application/json, multipart/mixed;deferSpec=20220824", ResponseForms.Single)]
    [InlineData("application/json, multipart/mixed;boundary=graphql;subscriptionSpec=1.0", ResponseForms.Single)]
    [InlineData("application/json, multipart/mixed;incrementalSpec=v0.3", ResponseForms.Single)]
    [InlineData("text/event-stream", ResponseForms.Incremental | ResponseForms.Subscription)]
    public void A_stream_comes_only_to_those_who_name_it(string? accept, ResponseForms expected) =>
        Assert.Equal(expected, AcceptedTypes.Read(accept).Forms);
}
