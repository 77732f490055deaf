using Microsoft.Extensions.Options;

namespace Jobs.Api.Sentry;

/// <summary>
/// Keeps what happens on the way to an error: lines of the log without their arguments, statements without their text. Without a
/// DSN, and in flows that began no trail, it keeps nothing.
/// </summary>
public sealed class Breadcrumbs : IDisposable
{
    private static readonly AsyncLocal<BreadcrumbTrail?> Trail = new();
    private readonly SentryProject project;
    private readonly TimeProvider time;
    private readonly Lazy<IDisposable> statements;

    public Breadcrumbs(SentryProject project, IOptions<SentryOptions> options, TimeProvider time)
    {
        (this.project, this.time) = (project, time);
        statements = new(() => options.Value.NameStatements
            ? StatementListener.ToNames(() => Current is not null, AddStatement) : StatementListener.ToDurations(AddStatement));
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

    private void AddStatement(string text, TimeSpan duration) =>
        Current?.Add(new TrailEntry(time.GetUtcNow(), SentryLevel.Info, Category: null, text, duration));

    private static SentryLevel LevelOf(LogLevel level) => level switch
    {
        LogLevel.Critical => SentryLevel.Fatal,
        LogLevel.Error => SentryLevel.Error,
        LogLevel.Warning => SentryLevel.Warning,
        _ => SentryLevel.Info,
    };
}
