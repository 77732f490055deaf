namespace Jobs.Api.Startup;

/// <summary>Tells when a load is over, by how much memory was allocated since the last look.</summary>
/// <param name="allocatedBytes">By the whole process until now.</param>
internal sealed class LoadWatch(long allocatedBytes)
{
    private const long BusyBytesMin = 32 * 1024 * 1024;
    private const long QuietBytesMax = BusyBytesMin / 8;
    private const int QuietLooksMin = 4; // A load that comes in waves, or waits for the database, is not over.
    private bool wasBusy;
    private int quietLooks;

    /// <returns>True once for each load.</returns>
    public bool IsOver(long allocatedBytesNow)
    {
        var since = allocatedBytesNow - allocatedBytes;
        allocatedBytes = allocatedBytesNow;
        if (since >= BusyBytesMin) wasBusy = true;
        quietLooks = since <= QuietBytesMax ? quietLooks + 1 : 0;
        if (!wasBusy || quietLooks < QuietLooksMin) return false;
        wasBusy = false;
        return true;
    }
}
