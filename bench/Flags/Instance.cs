using Jobs.Experiments;
using Jobs.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Jobs.FlagsBenchmark;

/// <summary>One instance of the service as far as flags go, with connections of its own.</summary>
internal sealed class Instance : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly NpgsqlDataSource _dataSource;

    public Instance(string connectionString, string folder)
    {
        _dataSource = NpgsqlDataSource.Create(connectionString);
        var services = new ServiceCollection();
        services.AddSingleton(_dataSource);
        services.AddSingleton(JobsDb.CreateFactory(_dataSource));
        services.AddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddOptions<ExperimentsOptions>().Configure(options => options.Folder = folder);
        services.AddExperimentFlags();
        _services = services.BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public AsyncServiceScope OpenScope() => _services.CreateAsyncScope();

    public async Task<Instance> StartAsync()
    {
        await Get<ServedSnapshots>().LoadAsync(CancellationToken.None);
        foreach (var service in _services.GetServices<IHostedService>()) await service.StartAsync(CancellationToken.None);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>()) await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        await _dataSource.DisposeAsync();
    }
}
