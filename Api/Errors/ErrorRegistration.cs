namespace Jobs.Api.Errors;

/// <summary>Puts the watch over errors into the service.</summary>
public static class ErrorRegistration
{
    /// <remarks>Behind Sentry and triage.</remarks>
    public static IServiceCollection AddErrorCapture(this IServiceCollection services)
    {
        services.AddSingleton<ErrorCapture>();
        services.AddSingleton<ILoggerProvider, ErrorLogs>();
        services.AddHostedService<RunningRelease>();
        services.AddHostedService<FailedRounds>();
        return services;
    }
}
