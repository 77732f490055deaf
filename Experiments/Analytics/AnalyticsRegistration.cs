using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Jobs.Experiments;

/// <summary>Recording, delivering and reading back events; whoever calls this binds <see cref="MixpanelOptions"/>.</summary>
public static class AnalyticsRegistration
{
    public static IServiceCollection AddAnalytics(this IServiceCollection services)
    {
        services.AddOptions<MixpanelOptions>();
        services.AddSingleton<IValidateOptions<MixpanelOptions>, MixpanelOptionsRules>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<MixpanelAccount>();
        services.AddSingleton<AnalyticsMetrics>();
        services.AddSingleton<Analytics>();
        services.AddSingleton<RawExport>();
        services.AddSingleton<CollectedEvents>();
        services.AddSingleton<MixpanelCollector>();
        services.AddHostedService<AnalyticsDelivery>();
        return services;
    }
}
