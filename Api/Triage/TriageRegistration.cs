using Jobs.Api.Startup;

namespace Jobs.Api.Triage;

/// <summary>What triage needs of the container.</summary>
public static class TriageRegistration
{
    public static IServiceCollection AddErrorTriage(this IServiceCollection services)
    {
        services.AddStrictOptions<TriageOptions>(TriageOptions.Section);
        services.AddSingleton<ErrorTriage>();
        services.AddSingleton<VariantStops>();
        services.AddHostedService<ErrorExchange>();
        return services;
    }
}
