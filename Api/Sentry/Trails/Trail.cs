namespace Jobs.Api.Sentry;

/// <summary>
/// What is known of one flow, which may have several branches: its last breadcrumbs, and its trace if no span of
/// OpenTelemetry's has it. Texts and traces are made only for an event.
/// </summary>
/// <param name="owner">Several services in one process have trails of their own.</param>
/// <param name="hasSpan">Whether the flow began inside of a span, which then says what the trace is.</param>
/// <param name="incoming">What the flow's request says of its trace; null: nothing.</param>
internal sealed class Trail(Trails owner, bool hasSpan, IncomingTrace? incoming)
{
    public const int BreadcrumbsMax = 100;
    private const int FirstCapacity = 4;
    private readonly Lock gate = new();
    private TrailEntry[] entries = [];
    private int added;
    private TraceContext? trace;

    public Trails Owner { get; } = owner;

    public bool HasSpan { get; } = hasSpan;

    /// <summary>Where there is no span: that of the request, or one that begins here.</summary>
    public TraceContext Trace
    {
        get
        {
            lock (gate) return trace ??= incoming?.Continued() ?? TraceContext.Begin();
        }
    }

    public void Add(in TrailEntry entry)
    {
        lock (gate)
        {
            if (added == entries.Length && added < BreadcrumbsMax)
                Array.Resize(ref entries, Math.Clamp(added * 2, FirstCapacity, BreadcrumbsMax));
            entries[added++ % entries.Length] = entry;
        }
    }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<Breadcrumb> ToBreadcrumbs()
    {
        lock (gate)
        {
            var kept = Math.Min(added, entries.Length);
            return [.. Enumerable.Range(added - kept, kept).Select(index => entries[index % entries.Length].ToBreadcrumb())];
        }
    }
}

/// <summary>A breadcrumb before somebody needs it.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Level">Of a line of the log.</param>
/// <param name="Category">Its logger; null for a statement.</param>
/// <param name="Text">The line's template or the statement's text, of which only the name is told.</param>
/// <param name="Duration">Of a statement.</param>
internal readonly record struct TrailEntry(
    DateTimeOffset At, SentryLevel Level, string? Category, string Text, TimeSpan Duration = default)
{
    public Breadcrumb ToBreadcrumb()
    {
        if (Category is not null) return new Breadcrumb(At, Category, Text) { Level = Level };
        var data = new Dictionary<string, object?> { ["duration_ms"] = Math.Round(Duration.TotalMilliseconds, 3) };
        return new Breadcrumb(At, "db", StatementName.Of(Text)) { Type = "query", Data = data };
    }
}
