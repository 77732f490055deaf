namespace Jobs.Experiments;

/// <summary>Runs background work round by round: whoever watches learns how each went, and a failure does not end the next.</summary>
public sealed class WorkRounds(TimeProvider time)
{
    /// <summary>Told on the thread of the work, so quickly please.</summary>
    public event Action<WorkRound>? Ended;

    /// <summary>A round every period, the first one after one period, until the service stops.</summary>
    public async Task RepeatAsync(
        string work, TimeSpan period, Func<CancellationToken, Task> round, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await RunAsync(work, period, round, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    /// <summary>One round. Whatever goes wrong in it is told and not thrown, except that the service stops.</summary>
    public async Task RunAsync(
        string work, TimeSpan period, Func<CancellationToken, Task> round, CancellationToken cancellationToken)
    {
        var (startedAt, started) = (time.GetUtcNow(), time.GetTimestamp());
        Exception? failure = null;
        try
        {
            await round(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // The work goes on with the next round; whoever watches decides what the failure means.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }
        Ended?.Invoke(new WorkRound(work, period, startedAt, time.GetElapsedTime(started), failure));
    }
}
