using Microsoft.Extensions.Options;

namespace Jobs.Experiments;

/// <summary>
/// Takes events: <see cref="Track"/> is all that a request does, and when it returns, the event outlives the process. Record
/// what a transaction did only after it committed.
/// </summary>
public sealed class Analytics(MixpanelAccount account, IOptions<MixpanelOptions> options, AnalyticsMetrics metrics) : IDisposable
{
    private SpoolFolder? folder;
    private SpoolWriter? writer;
    private Spool? spool;

    /// <summary>Whether events go anywhere: a token is configured, or this is Development.</summary>
    public bool IsEnabled => account.IsEnabled;

    internal Spool? Spool => spool;

    /// <summary>Never waits, never throws.</summary>
    public void Track(in AnalyticsEvent recorded)
    {
        if (!IsEnabled || (!recorded.Person.IsSignedIn && recorded.Person.DeviceId is null)) return;
        try
        {
            if (spool is { } open) open.Add(recorded);
            else metrics.CountDropped(1, DropReason.Closed);
        }
        catch (ObjectDisposedException)
        {
            metrics.CountDropped(1, DropReason.Closed);
        }
    }

    public void Dispose() => Close();

    internal void Open()
    {
        folder = SpoolFolder.Take(options.Value.Folder(), metrics);
        spool = new Spool(folder.Path, options.Value.SpoolBytesMax, metrics);
        writer = new SpoolWriter(spool);
        metrics.Observe(spool);
    }

    /// <summary>Stores what is left, after which nothing is taken.</summary>
    internal void Close()
    {
        var closing = Interlocked.Exchange(ref spool, null);
        writer?.Dispose();
        metrics.Observe(null);
        closing?.Dispose();
        folder?.Dispose();
        (writer, folder) = (null, null);
    }
}
