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
    private int lastMinute;
    private int unsettled;

    public string Name { get; } = name;

    /// <summary>The last minute in which somebody asked.</summary>
    public int LastMinute => Volatile.Read(ref lastMinute);

    public void Count(int minute, bool failed)
    {
        // Nearly every request is one more of this minute that went well, and waits for nobody.
        if (minute == LastMinute && !failed)
        {
            Interlocked.Increment(ref unsettled); // At the turn of a minute it may count for either.
            return;
        }
        lock (gate)
        {
            Settle();
            Volatile.Write(ref lastMinute, minute);
            requests.Add(minute, 1);
            untoldRequests.Add(minute, 1);
            if (failed) untoldFailures.Add(minute, 1);
        }
    }

    public long InFiveMinutes(DateTimeOffset now)
    {
        lock (gate)
        {
            Settle();
            return requests.Within(Minutes, now);
        }
    }

    public void Take(List<OperationMinute> into, int present)
    {
        lock (gate)
        {
            Settle();
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
        lock (gate)
        {
            Settle();
            requests.Set(minute, (int)row.Requests + untoldRequests[minute]);
        }
    }

    /// <summary>Under the lock.</summary>
    private void Settle()
    {
        var count = Interlocked.Exchange(ref unsettled, 0);
        requests.Add(lastMinute, count);
        untoldRequests.Add(lastMinute, count);
    }
}
