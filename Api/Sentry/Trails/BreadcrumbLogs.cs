using Microsoft.Extensions.Logging.Abstractions;

namespace Jobs.Api.Sentry;

/// <summary>Lines of the log become breadcrumbs: their templates, never their arguments.</summary>
[ProviderAlias("Breadcrumbs")]
public sealed class BreadcrumbLogs(SentryProject project, Breadcrumbs breadcrumbs) : ILoggerProvider
{
    private const string Template = "{OriginalFormat}";

    public ILogger CreateLogger(string categoryName) =>
        project.Dsn is null ? NullLogger.Instance : new Logger(categoryName, breadcrumbs);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, Breadcrumbs breadcrumbs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => breadcrumbs.IsKept(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!breadcrumbs.IsKept(logLevel)) return;
            // A line without a template is somebody's finished sentence: who knows what is in it.
            var template = state is IReadOnlyList<KeyValuePair<string, object?>> { Count: > 0 } members
                && members[^1] is { Key: Template, Value: string text } ? text : eventId.Name ?? "";
            breadcrumbs.AddLine(logLevel, category, template);
        }
    }
}
