using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Jobs.Experiments;

/// <summary>What notices and their experiments need of the container, beside flags and analytics.</summary>
public static class NoticesRegistration
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<NoticeExperimentChanges>();
        services.AddSingleton<NoticeSecret>();
        services.AddSingleton<RecentArms>();
        services.AddSingleton<NoticeReports>();
        services.AddSingleton<AssignmentReports>();
        services.AddSingleton<ReportAllowance>();
        services.AddSingleton<ExperimentResultsReader>();
        services.AddSingleton<GuardrailWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<GuardrailWatch>());
        services.TryAddScoped(_ => new NoticePreview(link: null));
        services.AddScoped<ViewerNotices>();
        return services;
    }
}
