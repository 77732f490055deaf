namespace Jobs.Api.Startup;

/// <summary>Tells when a load is over, by how much memory was allocated since the last look.</summary>
/// <param name="allocatedBytes">By the whole process until now.</param>
internal sealed class LoadWatch(long allocatedBytes)
{
    private const long BusyBytesMin = 64 * 1024 * 1024;
    private const long QuietBytesMax = BusyBytesMin / 8; // Between them it is neither, as a load that comes and goes.
    private bool wasBusy;

    /// <returns>True once for each load.</returns>
    public bool IsOver(long allocatedBytesNow)
    {
        var since = allocatedBytesNow - allocatedBytes;
        allocatedBytes = allocatedBytesNow;
        if (since >= BusyBytesMin) wasBusy = true;
        if (!wasBusy || since > QuietBytesMax) return false;
        wasBusy = false;
        return true;
    }
}
