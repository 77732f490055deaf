using Jobs.Persistence;

namespace Jobs.Api.Triage;

/// <summary>Requests of one operation in the last minutes, on all instances as far as they told.</summary>
internal sealed class OperationCounts(string name)
{
    private const int Minutes = 5;
    private readonly Lock gate = new();
    private readonly PeriodCounts requests = new(PeriodCounts.MinuteSeconds, Minutes + 4);
    private readonly PeriodCounts untoldRequests = new(PeriodCounts.MinuteSeconds, Minutes + 4);
    private readonly PeriodCounts untoldFailures = new(PeriodCounts.MinuteSeconds, Minutes + 4);

    public string Name { get; } = name;

    /// <summary>The last minute in which somebody asked.</summary>
    public int LastMinute { get; private set; }

    public void Count(int minute, bool failed)
    {
        lock (gate)
        {
            requests.Add(minute, 1);
            untoldRequests.Add(minute, 1);
            if (failed) untoldFailures.Add(minute, 1);
            LastMinute = minute;
        }
    }

    public long InFiveMinutes(DateTimeOffset now)
    {
        lock (gate) return requests.Within(Minutes, now);
    }

    public void Take(List<OperationMinute> into, int present)
    {
        lock (gate)
        {
            for (var minute = Math.Min(present, LastMinute); minute > present - Minutes - 2; minute--)
            {
                if (untoldRequests[minute] == 0) continue;
                into.Add(new()
                {
                    Operation = Name,
                    Minute = PeriodCounts.StartOfMinute(minute),
                    Requests = untoldRequests[minute],
                    Failures = untoldFailures[minute],
                });
                untoldRequests.Set(minute, 0);
                untoldFailures.Set(minute, 0);
            }
        }
    }

    public void PutBack(OperationMinute row)
    {
        lock (gate)
        {
            untoldRequests.Add(PeriodCounts.MinuteOf(row.Minute), (int)row.Requests);
            untoldFailures.Add(PeriodCounts.MinuteOf(row.Minute), (int)row.Failures);
        }
    }

    public void Learn(OperationMinute row)
    {
        var minute = PeriodCounts.MinuteOf(row.Minute);
        lock (gate) requests.Set(minute, (int)row.Requests + untoldRequests[minute]);
    }
}
