namespace Jobs.Clients;

/// <summary>The field of <c>Slow</c> that takes its time.</summary>
public static class SlowResolvers
{
    public static async Task<string> Late(Slow slow, CancellationToken cancellationToken)
    {
        await Task.Delay(slow.Milliseconds, cancellationToken);
        return "late";
    }
}
