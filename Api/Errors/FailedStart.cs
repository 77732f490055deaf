using Jobs.Api.Sentry;
using Jobs.Persistence;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Errors;

/// <summary>A service that cannot start says so before it is gone.</summary>
public static class FailedStart
{
    private const string Name = "start";

    public static async Task ReportAsync(IServiceProvider services, Exception exception)
    {
        try
        {
            services.GetRequiredService<ErrorCapture>().Capture(new CaughtError(ErrorSource.Startup)
            {
                Exception = exception,
                Operation = Name,
                // A board that is not there serves nobody.
                Damage = new Damage(IsCore: true, RequestFailed: true),
                IsHandled = false,
            });
            var flushSeconds = services.GetRequiredService<IOptions<SentryOptions>>().Value.ShutdownSeconds;
            await services.GetRequiredService<SentryClient>().FlushAsync(TimeSpan.FromSeconds(flushSeconds));
        }
#pragma warning disable CA1031 // The failure itself is thrown on; if its cause is the configuration, there may be nothing to tell it with.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
