using Microsoft.Extensions.Logging.Abstractions;

namespace Jobs.Api.Sentry;

/// <summary>Lines of the log become breadcrumbs: their templates, never their arguments.</summary>
[ProviderAlias("Breadcrumbs")]
public sealed class BreadcrumbLogs(SentryProject project, Trails trails) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) =>
        project.Dsn is null ? NullLogger.Instance : new Logger(categoryName, trails);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, Trails trails) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => trails.IsKept(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (trails.IsKept(logLevel)) trails.AddLine(logLevel, category, LogTemplate.Of(state, eventId));
        }
    }
}
