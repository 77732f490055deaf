namespace Jobs.Testing;

/// <summary>A clock that moves only when a test moves it, and fires the timers that came due.</summary>
public sealed class FakeTimeProvider : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private DateTimeOffset utcNow;

    public FakeTimeProvider(DateTimeOffset utcNow) => this.utcNow = utcNow.ToUniversalTime();

    /// <summary>Starts at a Friday morning in Seoul.</summary>
    public FakeTimeProvider()
        : this(new DateTimeOffset(2026, 3, 6, 9, 0, 0, TimeSpan.FromHours(9)))
    {
    }

    public DateTimeOffset UtcNow
    {
        get => GetUtcNow();
        set => Advance(value - GetUtcNow());
    }

    /// <summary>When the next delay or time limit ends; null while there is none. Timers with a period are left out.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate) return timers.Where(timer => timer.Period <= TimeSpan.Zero).Min(timer => timer.Due);
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return utcNow;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Moves the clock from timer to timer, so that each callback sees the time it was due.</summary>
    public void Advance(TimeSpan by)
    {
        var until = GetUtcNow() + by;
        while (true)
        {
            FakeTimer? due;
            lock (gate)
            {
                due = timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
                if (due is null)
                {
                    utcNow = until;
                    return;
                }
                if (due.Due > utcNow) utcNow = due.Due.Value;
                due.Due = due.Period > TimeSpan.Zero ? due.Due + due.Period : null;
            }
            due.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (gate) timers.Add(timer);
        return timer;
    }

    private sealed class FakeTimer(FakeTimeProvider clock, Action fire) : ITimer
    {
        public DateTimeOffset? Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.utcNow + dueTime;
                Period = period;
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock.gate) clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
