using Jobs.Experiments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jobs.Testing;

/// <summary>Recording and delivery without the rest of the service.</summary>
public sealed class AnalyticsHost : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private AnalyticsHost(ServiceProvider services) => this.services = services;

    public Analytics Analytics => services.GetRequiredService<Analytics>();

    public AnalyticsMetrics Metrics => services.GetRequiredService<AnalyticsMetrics>();

    public RawExport Export => services.GetRequiredService<RawExport>();

    public static async Task<AnalyticsHost> StartAsync(
        Action<MixpanelOptions> configure, TimeProvider? time = null, LoggedLines? log = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging =>
        {
            if (log is not null) logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        });
        collection.AddSingleton(time ?? TimeProvider.System);
        collection.AddSingleton<IHostEnvironment>(new Production());
        collection.AddAnalytics();
        collection.Configure<MixpanelOptions>(options => options.Token = "test");
        collection.Configure(configure);
        var host = new AnalyticsHost(collection.BuildServiceProvider());
        foreach (var hosted in host.services.GetServices<IHostedService>()) await hosted.StartAsync(CancellationToken.None);
        return host;
    }

    /// <summary>As a service that is told to stop.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in services.GetServices<IHostedService>()) await hosted.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }

    private sealed class Production : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;

        public string ApplicationName { get; set; } = "Jobs";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
