using System.Buffers;
using System.Text;
using System.Text.Json;
using Jobs.Api.Transport;

namespace Jobs.Api.Tests.Http;

/// <summary>The short way of reading a request says the same as the long one, or nothing.</summary>
public sealed class PlainRequestTests
{
    private const int DepthMax = 8;

    [Theory]
    [InlineData("""{"query":"{ __typename }"}""")]
    [InlineData("""{"query":"{ __typename }","variables":{}}""")]
    [InlineData("""{ "operationName" : "Feed", "variables" : { "area" : { "ids" : [1, "동네"] } }, "query" : "query Feed { a }" }""")]
    [InlineData("""{"query":"{\n a(text: \"\\\\\") }","operationName":null,"variables":null,"extensions":null}""")]
    [InlineData("""{"documentId":"sha256:1","variables":{"a":1.5e3},"extensions":{"persistedQuery":{"version":1}}}""")]
    [InlineData("""{"query":""}""")]
    [InlineData("{}")]
    public void What_clients_send_is_read_the_short_way(string body)
    {
        var read = PlainRequest.Read(new(Encoding.UTF8.GetBytes(body)), DepthMax);
        Assert.NotNull(read);
        using var document = RequestJson.Parse(Encoding.UTF8.GetBytes(body), "The body", DepthMax);
        var expected = RequestParameters.FromJson(document.RootElement);
        Assert.Equal(expected.Query, read.Query);
        Assert.Equal(expected.DocumentId, read.DocumentId);
        Assert.Equal(expected.OperationName, read.OperationName);
        Assert.Equal(TextOf(expected.Variables), TextOf(read.Variables));
        Assert.Equal(TextOf(expected.Extensions), TextOf(read.Extensions));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""[{"query":"{ a }"}]""")]
    [InlineData("""{"query":"{ a }"} {}""")]
    [InlineData("""{"query":"{ a }",}""")]
    [InlineData("""{"query":"{ a }" """)]
    [InlineData("""{"query":"{ a }","query":"{ b }"}""")]
    [InlineData("""{"query":null,"query":"{ b }"}""")]
    [InlineData("""{"query":"{ a }","variables":{"a":1,"a":2}}""")]
    [InlineData("""{"query":"{ a }","variables":{"a":{"b":1,"b":2}}}""")]
    [InlineData("""{"query":"{ a }","variables":[[[[[[[[1]]]]]]]]}""")]
    [InlineData("""{"query":"{ a }","variables":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}""")]
    [InlineData("""{"query":"{ a }","variables":[]}""")]
    [InlineData("""{"query":1}""")]
    [InlineData("""{"query":"{ a }","operationName":{}}""")]
    [InlineData("""{"query":"{ a }","unknown":1}""")]
    [InlineData("""{"query":"{ a }","variables":{"a":"\ud800"}}""")]
    [InlineData("""{"query":"{ a }" /* why not */}""")]
    [InlineData("\uFEFF{\"query\":\"{ a }\"}")]
    public void Everything_else_is_left_to_the_long_way(string body) =>
        Assert.Null(PlainRequest.Read(new(Encoding.UTF8.GetBytes(body)), DepthMax));

    [Fact]
    public void Large_requests_are_left_to_the_long_way_which_reads_them_from_borrowed_memory() =>
        Assert.Null(PlainRequest.Read(new(Encoding.UTF8.GetBytes($$"""{"query":"{ a }{{new string(' ', 20_000)}}"}""")), DepthMax));

    [Fact]
    public void Bytes_that_are_no_text_are_left_to_the_long_way() =>
        Assert.Null(PlainRequest.Read(new((byte[])[.. "{\"query\":\""u8, 0xFF, .. "\"}"u8]), DepthMax));

    [Fact]
    public void A_request_that_came_in_pieces_is_read_the_same_way()
    {
        var body = Encoding.UTF8.GetBytes("""{"query":"{ a }","variables":{"text":"동네"}}""");
        for (var cut = 1; cut < body.Length; cut++)
        {
            var first = new Piece(body.AsMemory(0, cut));
            var last = first.Append(body.AsMemory(cut));
            var read = PlainRequest.Read(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length), DepthMax);
            Assert.Equal("{ a }", Encoding.UTF8.GetString(read!.Query!));
            Assert.Equal("동네", read.Variables.GetProperty("text").GetString());
        }
    }

    private static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? "{}" : JsonSerializer.Serialize(value);

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Piece Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
