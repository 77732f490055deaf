using Jobs.Persistence;

namespace Jobs.Api.Errors;

/// <summary>What anybody logs as an error becomes one: its template and its exception, never its arguments.</summary>
[ProviderAlias("Errors")]
public sealed class ErrorLogs(IServiceProvider services) : ILoggerProvider
{
    private static readonly AsyncLocal<bool> IsCapturing = new();

    // Their errors are caught where they happen, with more than a line can tell.
    private static readonly string[] Elsewhere =
    [
        typeof(ErrorPresenter).FullName!, typeof(ErrorCapture).FullName!, "Jobs.Api.Sentry.", "Jobs.Api.Triage.",
        "Microsoft.AspNetCore.Server.Kestrel",
    ];

    // Events of the log that say that something recorded will not arrive.
    private static readonly HashSet<string> Losses =
        ["AnalyticsRefused", "AnalyticsNotBuried", "AnalyticsNotDurable", "AnalyticsNoSpool", "AnalyticsDropped"];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, this);

    public void Dispose()
    {
    }

    private void Capture(string category, LogLevel level, EventId eventId, string template, Exception? exception)
    {
        if (IsCapturing.Value) return; // Whatever is logged on the way to Sentry stays in the log.
        IsCapturing.Value = true;
        try
        {
            services.GetRequiredService<ErrorCapture>().Capture(new CaughtError(ErrorSource.Log)
            {
                Exception = exception,
                Kind = eventId.Name ?? template,
                Operation = category,
                Paths = [template],
                Damage = new Damage(IsCore: false, RequestFailed: level == LogLevel.Critical),
                IsDataLost = Losses.Contains(eventId.Name ?? ""),
            });
        }
        catch (ObjectDisposedException)
        {
            // The service has stopped; the line is in the log.
        }
        finally
        {
            IsCapturing.Value = false;
        }
    }

    private sealed class Logger(string category, ErrorLogs logs) : ILogger
    {
        private readonly bool isElsewhere = Elsewhere.Any(known => category.StartsWith(known, StringComparison.Ordinal));

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Error and < LogLevel.None && !isElsewhere;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel) || exception is OperationCanceledException) return;
            logs.Capture(category, logLevel, eventId, LogTemplate.Of(state, eventId), exception);
        }
    }
}
