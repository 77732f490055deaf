using System.Globalization;
using System.Net.Sockets;
using System.Text;

/// <summary>
/// Runs inside both servers, before their own code (DOTNET_STARTUP_HOOKS), and tells whoever connects to its socket how many
/// bytes the process has allocated: no package is needed, and the servers are measured as they are.
/// </summary>
internal static class StartupHook
{
    public const string SocketVariable = "BENCH_SOCKET";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(SocketVariable) is not { } path) return;
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        new Thread(() => Answer(listener)) { IsBackground = true, Name = "benchmark" }.Start();
    }

    private static void Answer(Socket listener)
    {
        while (true)
        {
            using var connection = listener.Accept();
            connection.Send(Encoding.ASCII.GetBytes(GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture)));
        }
    }
}
