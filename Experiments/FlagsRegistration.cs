using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Jobs.Experiments;

/// <summary>What flags need of the container. The caller binds <see cref="ExperimentsOptions"/> and opens the database.</summary>
public static class FlagsRegistration
{
    public static IServiceCollection AddExperimentFlags(this IServiceCollection services)
    {
        services.TryAddSingleton<WorkRounds>();
        services.AddSingleton<SnapshotFile>();
        services.AddSingleton<ServedSnapshots>();
        services.AddHostedService<SnapshotRefresh>();
        services.AddSingleton<ViewerFactsByUser>();
        services.TryAddScoped<FlagSubject>();
        services.AddScoped<ViewerFlags>();
        services.AddSingleton<FeatureFlagChanges>();
        services.AddSingleton<FeatureFlagHistory>();
        services.AddSingleton<StaleFlags>();
        return services;
    }
}
