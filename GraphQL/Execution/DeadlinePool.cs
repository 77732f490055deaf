using System.Collections.Concurrent;

namespace Jobs.GraphQL.Execution;

/// <summary>Sources of cancellation with their timers, used again: a new pair for each operation costs more than a small one.</summary>
internal static class DeadlinePool
{
    private const int KeptMax = 256;
    private static readonly ConcurrentQueue<CancellationTokenSource> Kept = new();

    public static CancellationTokenSource Rent() => Kept.TryDequeue(out var source) ? source : new CancellationTokenSource();

    /// <param name="source">Nobody may hold on to its token any more: it will be another operation's.</param>
    public static void Return(CancellationTokenSource source)
    {
        if (Kept.Count < KeptMax && source.TryReset()) Kept.Enqueue(source);
        else source.Dispose();
    }
}
