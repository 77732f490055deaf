namespace Jobs.Api.Startup;

/// <summary>
/// Gives memory back when a load is over. The garbage collector keeps what it had under load until it collects again, and a
/// service that has nothing to do gives it no reason to: others on the same machine, PostgreSQL first, can use it meanwhile.
/// </summary>
public sealed class IdleMemory : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var load = new LoadWatch(GC.GetTotalAllocatedBytes());
        using var timer = new PeriodicTimer(Interval); // Memory is allocated by no other clock.
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (load.IsOver(GC.GetTotalAllocatedBytes()))
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
