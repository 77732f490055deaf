namespace Jobs.PerformanceBenchmark;

/// <summary>What one operation costs one server, medians of its turns.</summary>
internal sealed record Figures(
    double PerSecond, double ServerMicroseconds, double DatabaseMicroseconds, double AllocatedBytes, double Statements)
{
    public static Figures Median(IReadOnlyList<Figures> turns, double statements) => new(
        Median(turns, turn => turn.PerSecond), Median(turns, turn => turn.ServerMicroseconds),
        Median(turns, turn => turn.DatabaseMicroseconds), Median(turns, turn => turn.AllocatedBytes), statements);

    private static double Median(IReadOnlyList<Figures> turns, Func<Figures, double> value)
    {
        var sorted = turns.Select(value).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
