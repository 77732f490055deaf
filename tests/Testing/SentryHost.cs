using Jobs.Api.Sentry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jobs.Testing;

/// <summary>Sending to Sentry without the rest of the service.</summary>
public sealed class SentryHost : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private bool isStopped;

    /// <summary>Configured, and not started: as when the service fails before its hosted services run.</summary>
    public SentryHost(Dictionary<string, string?> settings, TimeProvider? time = null, LoggedLines? log = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging =>
        {
            if (log is not null) logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        });
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        collection.AddSingleton(time ?? TimeProvider.System);
        collection.AddSingleton<IHostEnvironment>(new Production());
        collection.AddSentry();
        services = collection.BuildServiceProvider();
    }

    public SentryClient Client => services.GetRequiredService<SentryClient>();

    public SentryMetrics Metrics => services.GetRequiredService<SentryMetrics>();

    public IServiceProvider Services => services;

    public async Task<SentryHost> StartAsync()
    {
        foreach (var hosted in services.GetServices<IHostedService>()) await hosted.StartAsync(CancellationToken.None);
        return this;
    }

    /// <summary>As a service that is told to stop.</summary>
    public async Task StopAsync()
    {
        if (isStopped) return;
        isStopped = true;
        foreach (var hosted in services.GetServices<IHostedService>()) await hosted.StopAsync(CancellationToken.None);
    }

    /// <summary>Without being told to stop: what has not been sent is on the disk afterwards.</summary>
    public ValueTask DisposeAsync() => services.DisposeAsync();

    private sealed class Production : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;

        public string ApplicationName { get; set; } = "Jobs";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
