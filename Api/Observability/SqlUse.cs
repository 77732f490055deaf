using System.Diagnostics.Metrics;

namespace Jobs.Api.Observability;

/// <summary>The SQL statements of one operation: how many, and how long they took together.</summary>
/// <remarks>Parallel statements add up, to more than the operation took.</remarks>
public sealed class SqlUse
{
    private static readonly AsyncLocal<SqlUse?> Current = new();
    private static readonly Lazy<MeterListener> Listening =
        new(() => StatementDurations.Listen(took => Current.Value?.Add(took.TotalSeconds)));
    private int statements;
    private double seconds;

    public int Statements => Volatile.Read(ref statements);

    public double Milliseconds => Volatile.Read(ref seconds) * 1000;

    /// <summary>Whatever the calling flow runs from now on is counted here.</summary>
    public static SqlUse Start()
    {
        _ = Listening.Value;
        return Current.Value = new SqlUse();
    }

    private void Add(double duration)
    {
        Interlocked.Increment(ref statements);
        double before;
        do before = Volatile.Read(ref seconds);
        while (Interlocked.CompareExchange(ref seconds, before + duration, before) != before);
    }
}
