namespace Jobs.PerformanceBenchmark;

/// <summary>Who takes a turn after whom.</summary>
internal static class Rotation
{
    /// <summary>Everybody once; the one that comes first is another each round.</summary>
    public static IEnumerable<T> InTurn<T>(this T[] all, int round) =>
        Enumerable.Range(0, all.Length).Select(turn => all[(round + turn) % all.Length]);
}
