using Jobs.Api.Startup;

namespace Jobs.Api.Observability;

/// <summary>What observing operations needs, whatever the schema and wherever its counts go.</summary>
public static class ObservabilityRegistration
{
    public static IServiceCollection AddOperationObservations(this IServiceCollection services)
    {
        services.AddStrictOptions<ObservabilityOptions>(ObservabilityOptions.Section);
        services.AddSingleton<DeprecatedUseTally>();
        services.AddSingleton<SlowOperationLog>();
        services.AddSingleton<OperationObservations>();
        return services;
    }
}
