using System.Globalization;

namespace Jobs.PerformanceBenchmark;

/// <summary>Processor time of a PostgreSQL: the server, all its processes, and those that have ended.</summary>
internal sealed class DatabaseProcesses(int serverId)
{
    private const double TicksPerSecond = 100; // USER_HZ is 100 on every Linux.
    private const int Parent = 1;
    private const int UserTime = 11;
    private const int SystemTime = 12;
    private const int ChildUserTime = 13;
    private const int ChildSystemTime = 14;

    public TimeSpan ProcessorTime
    {
        get
        {
            var ticks = 0L;
            foreach (var folder in Directory.EnumerateDirectories("/proc"))
            {
                if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id)) continue;
                if (Fields(folder) is not { } fields) continue;
                if (id == serverId) ticks += fields[UserTime] + fields[SystemTime] + fields[ChildUserTime] + fields[ChildSystemTime];
                else if (fields[Parent] == serverId) ticks += fields[UserTime] + fields[SystemTime];
            }
            return TimeSpan.FromSeconds(ticks / TicksPerSecond);
        }
    }

    // What follows the name in parentheses: the state, then numbers.
    private static long[]? Fields(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            return [0, .. text[(text.LastIndexOf(')') + 4)..].Split(' ').Take(14)
                .Select(field => long.Parse(field, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            return null; // It ended meanwhile.
        }
    }
}
