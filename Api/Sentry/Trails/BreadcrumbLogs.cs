using Microsoft.Extensions.Logging.Abstractions;

namespace Jobs.Api.Sentry;

/// <summary>Lines of the log become breadcrumbs: their templates, never their arguments.</summary>
[ProviderAlias("Breadcrumbs")]
public sealed class BreadcrumbLogs(SentryProject project, Breadcrumbs breadcrumbs) : ILoggerProvider
{
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
            if (breadcrumbs.IsKept(logLevel)) breadcrumbs.AddLine(logLevel, category, LogTemplate.Of(state, eventId));
        }
    }
}
