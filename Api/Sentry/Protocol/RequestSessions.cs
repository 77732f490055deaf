namespace Jobs.Api.Sentry;

/// <summary>Requests of one minute by how they went.</summary>
internal sealed class SessionMinute(DateTimeOffset started)
{
    private readonly long[] counts = new long[Enum.GetValues<SessionStatus>().Length];

    public DateTimeOffset Started { get; } = started;

    public IEnumerable<(SessionStatus Status, long Requests)> Counts =>
        counts.Select((requests, status) => ((SessionStatus)status, requests));

    public void Add(SessionStatus status) => counts[(int)status]++;
}

/// <summary>Counts requests for the release's health: a server tells sums, not single sessions.</summary>
internal sealed class RequestSessions(TimeProvider time)
{
    private const int MinutesPerItemMax = 100;
    private readonly Lock gate = new();
    private readonly List<SessionMinute> minutes = [];

    public void Count(SessionStatus status)
    {
        var now = time.GetUtcNow();
        var minute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        lock (gate)
        {
            if (minutes.Count == 0 || minutes[^1].Started != minute) minutes.Add(new SessionMinute(minute));
            minutes[^1].Add(status);
        }
    }

    /// <summary>What one item may hold, the oldest first; empty when there is nothing.</summary>
    public IReadOnlyList<SessionMinute> Take()
    {
        lock (gate)
        {
            var taken = minutes.Take(MinutesPerItemMax).ToList();
            minutes.RemoveRange(0, taken.Count);
            return taken;
        }
    }
}
