namespace Jobs.PerformanceBenchmark;

/// <summary>What one operation costs one server, medians of its turns.</summary>
internal sealed record Figures(
    double PerSecond, double ServerMicroseconds, double DatabaseMicroseconds, double AllocatedBytes, double Statements)
{
    public static Figures Median(IReadOnlyList<Figures> turns, double statements) => new(
        Median(turns.Select(turn => turn.PerSecond)), Median(turns.Select(turn => turn.ServerMicroseconds)),
        Median(turns.Select(turn => turn.DatabaseMicroseconds)), Median(turns.Select(turn => turn.AllocatedBytes)), statements);

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
