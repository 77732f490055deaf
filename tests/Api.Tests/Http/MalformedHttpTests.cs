using System.Net.Sockets;
using System.Text;
using Jobs.Testing;

namespace Jobs.Api.Tests.Http;

/// <summary>Bytes that are no proper HTTP: refused without a word about the inside of the service.</summary>
public sealed class MalformedHttpTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private const string Post = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    [Theory]
    [InlineData("NONSENSE\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("GET /graphql HTTP/1.1\r\n\r\n", "HTTP/1.1 400")]
    [InlineData(Post + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n", "HTTP/1.1 400")]
    [InlineData(Post + "Content-Length: -5\r\n\r\n", "HTTP/1.1 400")]
    public async Task It_is_answered_with_a_bare_status(string request, string expectedStart)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", api.Http.BaseAddress!.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var status = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(expectedStart, status, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", api.Log.Text, StringComparison.Ordinal);
    }
}
