using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Jobs.Experiments.Tests;

/// <summary>One instance of the service as far as flags go: several of them may share a database, as instances do.</summary>
public sealed class FlagInstance : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly CancellationTokenSource _stopped = new();

    public FlagInstance(NpgsqlDataSource dataSource, string folder, TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(dataSource);
        services.AddSingleton(JobsDb.CreateFactory(dataSource));
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        services.AddOptions<ExperimentsOptions>().Configure(options => options.Folder = folder);
        services.AddExperimentFlags();
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public LoggedLines Log { get; } = new();

    public ServedSnapshots Served => _services.GetRequiredService<ServedSnapshots>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Loads, then listens and polls.</summary>
    public async Task<FlagInstance> StartAsync()
    {
        await Served.LoadAsync(TestContext.Current.CancellationToken);
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StartAsync(TestContext.Current.CancellationToken);
        return this;
    }

    /// <summary>The scope of one request of this person.</summary>
    public AsyncServiceScope Request(long? userId = null)
    {
        var scope = _services.CreateAsyncScope();
        if (userId is { } id) scope.ServiceProvider.GetRequiredService<FlagSubject>().SignIn(id);
        return scope;
    }

    public async Task<FlagState> FindAsync(string key, long? userId = null)
    {
        await using var request = Request(userId);
        return await request.ServiceProvider.GetRequiredService<ViewerFlags>()
            .FindAsync(key, TestContext.Current.CancellationToken);
    }

    /// <summary>The first snapshot, now or later, of which this is true.</summary>
    public async Task<ServedSnapshot> UntilAsync(Func<ServedSnapshot, bool> isTrue)
    {
        await foreach (var snapshot in Served.ChangesAsync(TestContext.Current.CancellationToken))
            if (isTrue(snapshot)) return snapshot;
        throw new InvalidOperationException("The snapshots ended.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>()) await service.StopAsync(_stopped.Token);
        await _services.DisposeAsync();
        _stopped.Dispose();
    }
}
