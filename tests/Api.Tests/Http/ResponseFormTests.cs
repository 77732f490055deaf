using System.IO.Compression;
using System.Net;
using System.Text;
using Jobs.Testing;

namespace Jobs.Api.Tests.Http;

/// <summary>The forms that one and the same answer takes on the wire.</summary>
public sealed class ResponseFormTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private const string Hello = """{"query":"{ __typename }"}""";
    private const string Answer = """{"data":{"__typename":"Query"}}""";

    [Fact]
    public async Task HEAD_is_answered_like_GET_without_a_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/graphql?query=%7B__typename%7D");
        using var response = await api.RespondAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(Answer.Length, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_mutation_does_not_come_by_HEAD()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/graphql?query=mutation%7B__typename%7D");
        using var response = await api.RespondAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_byte_order_mark_before_the_body_is_looked_past() =>
        (await api.AnswerAsync(HttpRequests.Post("\ufeff" + Hello))).ShouldBe(Answer);

    [Fact]
    public async Task A_second_byte_order_mark_is_no_JSON() =>
        Assert.Equal("BAD_REQUEST", (await api.AnswerAsync(HttpRequests.Post("\ufeff\ufeff" + Hello))).ErrorCode);

    [Fact]
    public async Task An_answer_says_its_length_whether_it_is_written_or_was_before()
    {
        for (var time = 0; time < 3; time++)
        {
            using var response = await api.RespondAsync(HttpRequests.Post(Hello));
            Assert.Equal(Answer.Length, response.Content.Headers.ContentLength);
            Assert.Null(response.Headers.TransferEncodingChunked);
            Assert.Equal(Answer, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("deflate", null)]
    [InlineData("br;q=0, gzip", "gzip")]
    public async Task An_answer_is_compressed_for_whoever_accepts_it(string accepted, string? expected)
    {
        using var response = await api.RespondAsync(HttpRequests.Post(Hello, null, ("Accept-Encoding", accepted)));
        Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(expected switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        });
        Assert.Equal(Answer, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("multipart/mixed", "multipart/mixed; boundary=\"-\"",
        "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n" + Answer + "\r\n-----\r\n")]
    [InlineData("text/event-stream", "text/event-stream; charset=utf-8",
        ":\n\nevent: next\ndata: " + Answer + "\n\nevent: complete\ndata: \n\n")]
    public async Task Who_takes_only_a_stream_gets_a_stream_of_one_uncompressed(string accept, string type, string expected)
    {
        using var response = await api.RespondAsync(HttpRequests.Post(Hello, accept, ("Accept-Encoding", "br, gzip")));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_takes_a_stream_too_gets_a_single_result_as_JSON()
    {
        using var response = await api.RespondAsync(
            HttpRequests.Post(Hello, "text/event-stream, multipart/mixed, application/graphql-response+json;q=0.1"));
        Assert.Equal("application/graphql-response+json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task A_refusal_is_JSON_for_those_too_who_take_only_streams()
    {
        using var response = await api.RespondAsync(HttpRequests.Post("{", "multipart/mixed"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task A_body_in_UTF8_may_be_sent_in_small_chunks()
    {
        var request = HttpRequests.Post(Hello);
        request.Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(Hello)), bufferSize: 1)
        {
            Headers = { ContentType = new("application/json") },
        };
        request.Headers.TransferEncodingChunked = true;
        (await api.AnswerAsync(request)).ShouldBe(Answer);
    }
}
