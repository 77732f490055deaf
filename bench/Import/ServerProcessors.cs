using System.Globalization;

namespace Jobs.ImportBenchmark;

/// <summary>Processor time of a PostgreSQL server: of its postmaster and of everything that this has started.</summary>
/// <remarks>From /proc, so on Linux only. A tick is 10 ms everywhere that /proc exists.</remarks>
internal sealed class ServerProcessors(int postmaster)
{
    private const double TicksPerSecond = 100;

    // Fields of /proc/PID/stat after the name in brackets, which may itself hold spaces: state, parent, …
    private const int Parent = 1;
    private const int User = 11;
    private const int System = 12;
    private const int EndedChildrenUser = 13;
    private const int EndedChildrenSystem = 14;

    /// <param name="folder">The folder of an embedded cluster.</param>
    public static ServerProcessors? Of(string folder) => OperatingSystem.IsLinux()
        ? new(int.Parse(File.ReadLines(Path.Combine(folder, "cluster", "postmaster.pid")).First(), CultureInfo.InvariantCulture))
        : null;

    public TimeSpan Used()
    {
        var ticks = 0L;
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(process), CultureInfo.InvariantCulture, out var id)) continue;
            if (Stat(process) is not { } stat) continue;
            if (id == postmaster) ticks += Ticks(stat, User, System, EndedChildrenUser, EndedChildrenSystem);
            else if (stat[Parent] == postmaster.ToString(CultureInfo.InvariantCulture)) ticks += Ticks(stat, User, System);
        }
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    private static string[]? Stat(string process)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(process, "stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null; // It ended meanwhile, and its parent counts it.
        }
    }

    private static long Ticks(string[] stat, params ReadOnlySpan<int> fields)
    {
        var ticks = 0L;
        foreach (var field in fields) ticks += long.Parse(stat[field], CultureInfo.InvariantCulture);
        return ticks;
    }
}
