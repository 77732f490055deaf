namespace Jobs.Api.Startup;

/// <summary>Options whose section may hold nothing unknown and nothing out of range.</summary>
public static class StrictOptions
{
    public static IServiceCollection AddStrictOptions<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddOptions<TOptions>()
            .BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services;
    }
}
