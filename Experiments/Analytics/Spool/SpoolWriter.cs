namespace Jobs.Experiments;

/// <summary>
/// The thread that brings events from the mailboxes into segments. It looks rather than being woken: waking costs a request a
/// system call, and what waits is safe from a kill already.
/// </summary>
internal sealed class SpoolWriter : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);
    private readonly ManualResetEventSlim stop = new();
    private readonly Thread thread;
    private readonly Spool spool;

    public SpoolWriter(Spool spool)
    {
        this.spool = spool;
        thread = new Thread(Run) { IsBackground = true, Name = "Analytics spool" };
        thread.Start();
    }

    /// <summary>Ends the thread and stores what is left.</summary>
    public void Dispose()
    {
        stop.Set();
        thread.Join();
        stop.Dispose();
        spool.Store();
    }

    private void Run()
    {
        while (!stop.Wait(spool.Store() ? Pause : PauseAfterFailure))
        {
        }
    }
}
