using System.Diagnostics;
using Jobs.Api.Errors;
using Jobs.Api.Startup;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Sentry;

/// <summary>Puts Sentry into the service: what it says is sent, and traces go on from and to it.</summary>
public static class SentryRegistration
{
    /// <remarks>First of all, so that what fails while others stop is still sent: services stop in the opposite order.</remarks>
    public static IServiceCollection AddSentry(this IServiceCollection services)
    {
        services.AddStrictOptions<SentryOptions>(SentryOptions.Section);
        services.AddSingleton<IValidateOptions<SentryOptions>, SentryOptionsRules>();
        services.AddSingleton<SentryProject>();
        services.AddSingleton<SentryMetrics>();
        services.AddSingleton<Trails>();
        services.AddSingleton<ILoggerProvider, BreadcrumbLogs>();
        services.AddSingleton<SentryClient>();
        services.AddSingleton<OutgoingTraces>();
        services.AddHostedService<SentryDelivery>();
        services.AddSingleton<DistributedContextPropagator>(provider =>
            provider.GetRequiredService<SentryProject>().Dsn is { } dsn
                ? new SentryPropagator(dsn, DistributedContextPropagator.Current) : DistributedContextPropagator.Current);
        return services;
    }

    /// <summary>Outermost, so that whoever answers for a failure is still in its trail. Without a DSN there is nothing.</summary>
    public static IApplicationBuilder UseSentry(this IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<DistributedContextPropagator>() is SentryPropagator propagator
            ? app.UseMiddleware<SentryRequests>(propagator).UseMiddleware<RequestHealth>() : app;
}
