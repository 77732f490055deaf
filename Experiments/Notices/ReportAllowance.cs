namespace Jobs.Experiments;

/// <summary>How many reports one person may send to this instance in a minute: a client in a loop does not fill the spool.</summary>
public sealed class ReportAllowance(TimeProvider time)
{
    public const int PerMinute = 300;
    private const int PeopleMax = 100_000;
    private readonly Lock gate = new();
    private readonly Dictionary<long, int> counts = [];
    private long minute;

    /// <summary>Null if they may; otherwise the seconds after which they may again.</summary>
    public int? Take(long userId, int reports)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        lock (gate)
        {
            if (minute != now / 60 || counts.Count > PeopleMax)
            {
                minute = now / 60;
                counts.Clear();
            }
            var count = counts.GetValueOrDefault(userId) + reports;
            if (count > PerMinute) return (int)(60 - now % 60);
            counts[userId] = count;
            return null;
        }
    }
}
