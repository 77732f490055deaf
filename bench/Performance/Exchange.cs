using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Jobs.PerformanceBenchmark;

/// <summary>One connection that sends a request and reads its answer to the end.</summary>
internal sealed class Exchange : IDisposable
{
    private readonly Socket socket;
    private readonly byte[] buffer = new byte[256 * 1024];

    private Exchange(Socket socket) => this.socket = socket;

    public static async Task<Exchange> ConnectAsync(IPEndPoint address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address);
        return new Exchange(socket);
    }

    /// <exception cref="InvalidOperationException">The answer is no 200.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        var length = 0;
        do
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (received == 0) throw new InvalidOperationException("The server hung up.");
            length += received;
        }
        while (!IsWhole(buffer.AsSpan(0, length)));
        if (!buffer.AsSpan(9).StartsWith("200"u8)) throw new InvalidOperationException("An answer was no 200.");
    }

    public void Dispose() => socket.Dispose();

    // JSON in one line holds no line end of its own, so the last chunk cannot be mistaken.
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        var at = answer[..head].IndexOf("Content-Length: "u8);
        if (at < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8);
        return Utf8Parser.TryParse(answer[(at + "Content-Length: ".Length)..], out int length, out _)
            && answer.Length >= head + 4 + length;
    }
}
