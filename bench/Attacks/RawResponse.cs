using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Jobs.AttackBenchmark;

/// <summary>What came back on a connection of its own.</summary>
internal sealed partial record RawResponse(int Status, string Code)
{
    public static async Task<RawResponse> SendAsync(IPEndPoint address, byte[] request)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address);
        // Sent and read at once: who refuses a large body answers before it has come.
        var sending = SendAllAsync(socket, request);
        var text = await ReadAsync(socket);
        await sending;
        var status = text.Length > 12 ? int.Parse(text.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture) : 0;
        return new RawResponse(status, ErrorCode().Match(text) is { Success: true } code ? code.Groups[1].Value : "");
    }

    private static async Task SendAllAsync(Socket socket, byte[] request)
    {
        try
        {
            for (var sent = 0; sent < request.Length;)
                sent += await socket.SendAsync(request.AsMemory(sent, Math.Min(65_536, request.Length - sent)));
        }
        catch (SocketException)
        {
            // The service has answered and closed: the rest is not wanted.
        }
    }

    private static async Task<string> ReadAsync(Socket socket)
    {
        var (text, buffer) = (new StringBuilder(), new byte[65_536]);
        try
        {
            while (await socket.ReceiveAsync(buffer) is var count and > 0)
            {
                if (text.Length < buffer.Length) text.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }
        }
        catch (SocketException)
        {
            // Reset behind the answer.
        }

        return text.ToString();
    }

    [GeneratedRegex("\"code\":\"([A-Z_]+)\"")]
    private static partial Regex ErrorCode();
}
