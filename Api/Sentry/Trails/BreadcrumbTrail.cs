namespace Jobs.Api.Sentry;

/// <summary>The last breadcrumbs of one flow, which may have several branches. Texts are made only for an event.</summary>
internal sealed class BreadcrumbTrail(Breadcrumbs owner)
{
    public const int BreadcrumbsMax = 100;
    private const int FirstCapacity = 4;
    private readonly Lock gate = new();
    private TrailEntry[] entries = new TrailEntry[FirstCapacity];
    private int added;

    /// <summary>Several services in one process have trails of their own.</summary>
    public Breadcrumbs Owner { get; } = owner;

    public void Add(in TrailEntry entry)
    {
        lock (gate)
        {
            if (added == entries.Length && added < BreadcrumbsMax) Array.Resize(ref entries, Math.Min(added * 2, BreadcrumbsMax));
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
