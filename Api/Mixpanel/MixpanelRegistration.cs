using Jobs.Api.Startup;
using Jobs.Api.Transport;
using Jobs.Experiments;

namespace Jobs.Api.Mixpanel;

/// <summary>Events of the board go to Mixpanel, or in Development to the service's own collector.</summary>
public static class MixpanelRegistration
{
    public static IServiceCollection AddMixpanel(this IServiceCollection services)
    {
        services.AddStrictOptions<MixpanelOptions>(MixpanelOptions.Section);
        services.AddScoped(provider => DeviceHeader.Of(provider.GetRequiredService<CurrentRequest>().Context));
        return services.AddAnalytics();
    }
}
