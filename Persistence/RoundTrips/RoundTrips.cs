using System.Diagnostics;
using Npgsql;

namespace Jobs.Persistence;

/// <summary>
/// Statements that only read, of whoever asks at the same time: those that wait while others are under way go to PostgreSQL
/// together, in one round trip over one connection.
/// </summary>
/// <remarks>
/// To get a short statement there and back costs more than the statement: system calls and switches of threads on either side,
/// which a round trip pays once for all that share it. So few are under way at once, two for each processor: the service reads
/// one while PostgreSQL is at another. While there are fewer a statement goes at once and alone. Where statements take long, fewer
/// share a round trip and more of them are under way, so that nobody waits for long behind somebody else's.
/// </remarks>
public sealed class RoundTrips : IDisposable
{
    /// <summary>Round trips under way at most.</summary>
    internal const int AtOnceMax = 32;

    /// <summary>Round trips under way while none takes long; there is always room for more of them.</summary>
    internal static readonly int AtOnce = Math.Clamp(2 * Environment.ProcessorCount, 4, AtOnceMax / 2);

    private const int StatementsMax = 16;
    private const double TripSeconds = 0.005; // What a round trip is meant to take at most, as far as earlier ones tell.
    private const double Remembered = 0.9;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(5);

    private readonly NpgsqlDataSource shared;
    private readonly NpgsqlDataSource others;
    private readonly Lock gate = new();
    private readonly Queue<WaitingRead> waiting = new();
    private readonly Func<Task> run;
    private readonly Timer watch;
    private int underWay;
    private long lastTaken;
    private double secondsEach = TripSeconds / StatementsMax;
    private bool isWatched;

    /// <param name="shared">For the round trips of short statements, and nothing else.</param>
    /// <param name="others">For statements that go alone.</param>
    public RoundTrips(NpgsqlDataSource shared, NpgsqlDataSource others)
    {
        (this.shared, this.others) = (shared, others);
        run = RunAsync;
        watch = new(static trips => ((RoundTrips)trips!).Watch(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => watch.Dispose();

    /// <summary>The rows of a statement.</summary>
    /// <param name="sql">The statement's values.</param>
    /// <param name="text">The statement, a SELECT.</param>
    /// <param name="read">Makes something of a row; the others of the round trip wait for it.</param>
    /// <param name="rowsExpected">How many rows there will be, about.</param>
    /// <param name="isShort">
    /// Whether indexes lead to just the rows that it reads, and one plan is the best for all values. Nobody's waits behind one that
    /// may have to look through more.
    /// </param>
    /// <param name="cancellationToken">
    /// Gives the rows up. PostgreSQL is told to stop if nobody wants anything of the round trip any more, and it takes long.
    /// </param>
    /// <exception cref="ArgumentException">It is no SELECT.</exception>
    /// <exception cref="PostgresException">The statement failed. Those it shared a round trip with do not.</exception>
    /// <exception cref="NpgsqlException">There is no connection, or it broke twice.</exception>
    internal Task<List<T>> ReadAsync<T>(
        SqlConditions sql, string text, Func<RowReader, T> read, int rowsExpected, bool isShort,
        CancellationToken cancellationToken) =>
        ReadAsync(sql, text, read, takeMore: null, rowsExpected, isShort, cancellationToken);

    /// <summary>
    /// The same, if several rows may become one: <c>takeMore</c> makes a row a part of what was made last, or says that it is not.
    /// </summary>
    internal async Task<List<T>> ReadAsync<T>(
        SqlConditions sql, string text, Func<RowReader, T> read, Func<RowReader, T, bool>? takeMore, int rowsExpected, bool isShort,
        CancellationToken cancellationToken)
    {
        // Rows are told apart by their order, in which a statement without any would be left out.
        if (!text.StartsWith("SELECT ", StringComparison.Ordinal))
            throw new ArgumentException("It does not select.", nameof(text));
        cancellationToken.ThrowIfCancellationRequested();
        var waitingRead = new WaitingRead<T>(new(sql, text), read, takeMore, rowsExpected);
        using var registration = cancellationToken.UnsafeRegister(
            static (read, token) => ((WaitingRead)read!).GiveUp(token), waitingRead);
        var told = SharedStatement.Begin(text); // In this flow, which knows whose statement it is.
        if (isShort) Add(waitingRead);
        else Detached.Begin(() => new RoundTrip([waitingRead]).RunAsync(others));
        return await told.UntilAsync(waitingRead.Rows);
    }

    private void Add(WaitingRead read)
    {
        lock (gate)
        {
            waiting.Enqueue(read);
            if (underWay >= AtOnce)
            {
                if (!isWatched) isWatched = watch.Change(Patience, Timeout.InfiniteTimeSpan);
                return;
            }
            underWay++;
        }
        Detached.Begin(run);
    }

    private async Task RunAsync()
    {
        for (var reads = Take(); reads.Length > 0; reads = Take())
        {
            var started = Stopwatch.GetTimestamp();
            await new RoundTrip(reads).RunAsync(shared);
            Learn(Stopwatch.GetElapsedTime(started).TotalSeconds / reads.Length);
        }
    }

    private WaitingRead[] Take()
    {
        lock (gate)
        {
            // What was begun because others took long ends as soon as they do not.
            if (waiting.Count == 0 || (underWay > AtOnce && !IsStuck))
            {
                underWay--;
                return [];
            }
            lastTaken = Stopwatch.GetTimestamp();
            var reads = new WaitingRead[Math.Min(waiting.Count, Math.Clamp((int)(TripSeconds / secondsEach), 1, StatementsMax))];
            for (var index = 0; index < reads.Length; index++) reads[index] = waiting.Dequeue();
            return reads;
        }
    }

    private bool IsStuck => Stopwatch.GetElapsedTime(lastTaken) >= Patience;

    private void Learn(double seconds)
    {
        lock (gate) secondsEach = (secondsEach * Remembered) + (seconds * (1 - Remembered));
    }

    private void Watch()
    {
        lock (gate)
        {
            isWatched = waiting.Count > 0 && watch.Change(Patience, Timeout.InfiniteTimeSpan);
            if (!isWatched || !IsStuck || underWay == AtOnceMax) return;
            underWay++;
        }
        Detached.Begin(run);
    }
}
