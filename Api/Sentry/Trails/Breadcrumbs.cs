using System.Diagnostics;

namespace Jobs.Api.Sentry;

/// <summary>
/// Keeps what happens on the way to an error: lines of the log without their arguments, statements without their text. Without a
/// DSN, and in flows that began no trail, it keeps nothing.
/// </summary>
public sealed class Breadcrumbs : IDisposable
{
    private const string NpgsqlSource = "Npgsql";
    private const string StatementTag = "db.query.text";
    private static readonly AsyncLocal<BreadcrumbTrail?> Trail = new();
    private readonly SentryProject project;
    private readonly TimeProvider time;
    private readonly Lazy<ActivityListener> statements;

    public Breadcrumbs(SentryProject project, TimeProvider time)
    {
        (this.project, this.time) = (project, time);
        statements = new(ListenToStatements);
    }

    private BreadcrumbTrail? Current => Trail.Value is { } trail && trail.Owner == this ? trail : null;

    /// <summary>Whatever the calling flow does from now on leaves a trail of its own.</summary>
    public void Begin()
    {
        if (project.Dsn is null) return;
        _ = statements.Value;
        Trail.Value = new BreadcrumbTrail(this);
    }

    /// <summary>Of the calling flow, the oldest first.</summary>
    public IReadOnlyList<Breadcrumb> ToList() => Current?.ToBreadcrumbs() ?? [];

    public void Dispose()
    {
        if (statements.IsValueCreated) statements.Value.Dispose();
    }

    internal bool IsKept(LogLevel level) => level is >= LogLevel.Information and < LogLevel.None && Current is not null;

    internal void AddLine(LogLevel level, string category, string template) =>
        Current?.Add(new TrailEntry(time.GetUtcNow(), LevelOf(level), category, template));

    private static SentryLevel LevelOf(LogLevel level) => level switch
    {
        LogLevel.Critical => SentryLevel.Fatal,
        LogLevel.Error => SentryLevel.Error,
        LogLevel.Warning => SentryLevel.Warning,
        _ => SentryLevel.Info,
    };

    // Npgsql's histogram, which SqlUse reads, does not say which statement it was; its spans do. They are made only where a
    // trail wants them.
    private ActivityListener ListenToStatements()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == NpgsqlSource,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                Current is null ? ActivitySamplingResult.None : ActivitySamplingResult.AllData,
            ActivityStopped = statement =>
            {
                if (Current is { } trail && statement.GetTagItem(StatementTag) is string text)
                    trail.Add(new TrailEntry(time.GetUtcNow(), SentryLevel.Info, Category: null, text, statement.Duration));
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
