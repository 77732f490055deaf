using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Jobs.Persistence.Embedded;

/// <summary>PostgreSQL's own postmaster.pid: which process serves a cluster, and where it listens.</summary>
/// <remarks>https://www.postgresql.org/docs/current/storage-file-layout.html</remarks>
internal sealed record PostmasterFile(int ProcessId, int Port, string SocketFolder, string ListenAddress)
{
    public string Host => SocketFolder.Length > 0 ? SocketFolder : ListenAddress;

    public static string PathIn(string cluster) => Path.Combine(cluster, "postmaster.pid");

    public static PostmasterFile? Read(string cluster)
    {
        string[] lines;
        try
        {
            // The server holds it open for writing, which Windows minds unless told otherwise.
            const FileShare share = FileShare.ReadWrite | FileShare.Delete;
            using var file = new FileStream(PathIn(cluster), FileMode.Open, FileAccess.Read, share);
            using var reader = new StreamReader(file);
            lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        return lines.Length >= 6
            && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var processId)
            && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port)
                ? new PostmasterFile(processId, port, lines[4], lines[5])
                : null;
    }

    /// <summary>Whether that process still is a PostgreSQL server, not a corpse or whoever got its number since.</summary>
    public bool IsServing() => IsRunning() || Answers();

    private bool IsRunning()
    {
        try
        {
            // In a container nobody may reap a killed server: it stays listed by name, but its command line is empty.
            if (OperatingSystem.IsLinux())
            {
                var program = File.ReadAllText($"/proc/{ProcessId}/cmdline").Split('\0')[0];
                return Path.GetFileName(program) is "postgres" or "postmaster";
            }
            using var process = Process.GetProcessById(ProcessId);
            return process.ProcessName is "postgres" or "postmaster";
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    // The server of another container that shares this folder is not among our processes, but its socket is here.
    private bool Answers()
    {
        if (SocketFolder.Length == 0) return false;
        // Outside of the try: to have no socket is not to have no answer.
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(Path.Combine(SocketFolder, $".s.PGSQL.{Port}")));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
