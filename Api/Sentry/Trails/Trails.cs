using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Sentry;

/// <summary>
/// Keeps what happens on the way to an error: lines of the log without their arguments, statements without their text, and which
/// trace it belongs to. Without a DSN, and in flows that began no trail, it keeps nothing.
/// </summary>
public sealed class Trails : IDisposable
{
    private static readonly AsyncLocal<Trail?> Flow = new();
    private readonly SentryProject project;
    private readonly TimeProvider time;
    private readonly Lazy<IDisposable> statements;

    public Trails(SentryProject project, IOptions<SentryOptions> options, TimeProvider time)
    {
        (this.project, this.time) = (project, time);
        statements = new(() => options.Value.NameStatements
            ? StatementListener.ToNames(() => Current is not null, AddStatement) : StatementListener.ToDurations(AddStatement));
    }

    private Trail? Current => Flow.Value is { } trail && trail.Owner == this ? trail : null;

    /// <summary>Whatever the calling flow does from now on leaves a trail of its own.</summary>
    public void Begin() => Begin(incoming: null);

    /// <summary>Of the calling flow, the oldest first.</summary>
    public IReadOnlyList<Breadcrumb> Breadcrumbs() => Current?.ToBreadcrumbs() ?? [];

    /// <summary>Of the calling flow; outside of everything one of its own.</summary>
    public TraceContext Trace()
    {
        // A request that nobody wants a span of may still ask others in a span: that is the outermost one then.
        var span = Activity.Current;
        if (Current is not { HasSpan: false } trail) return TraceContext.Of(span) ?? TraceContext.Begin();
        return span is null ? trail.Trace : trail.Trace with { SpanId = span.SpanId.ToHexString(), ParentSpanId = trail.Trace.SpanId };
    }

    public void Dispose()
    {
        if (statements.IsValueCreated) statements.Value.Dispose();
    }

    /// <param name="incoming">What the flow's request says of its trace.</param>
    internal void Begin(IncomingTrace? incoming)
    {
        if (project.Dsn is null) return;
        _ = statements.Value;
        Flow.Value = new Trail(this, Activity.Current is not null, incoming);
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
