using Jobs.Api.Startup;

namespace Jobs.Api.PersistedOperations;

/// <summary>What the service needs to answer documents that are named instead of sent.</summary>
public static class PersistedOperationsRegistration
{
    public static IServiceCollection AddPersistedOperations(this IServiceCollection services)
    {
        services.AddStrictOptions<PersistedOperationsOptions>(PersistedOperationsOptions.Section);
        services.AddSingleton<TrustedDocumentFolder>();
        services.AddSingleton<TrustedDocumentRegistry>();
        services.AddSingleton<TrustedDocumentUses>();
        services.AddHostedService<TrustedDocumentRefresh>();
        return services;
    }
}
