using Npgsql;

namespace Jobs.Persistence;

/// <summary>A statement whose rows somebody waits for.</summary>
internal abstract class WaitingRead(RepeatableStatement statement)
{
    private RoundTrip? trip;

    public RepeatableStatement Statement => statement;

    /// <summary>Whether nobody waits for it any more.</summary>
    public abstract bool IsDone { get; }

    /// <summary>False if nobody wants it any more. Rows of an earlier round trip that broke count no longer.</summary>
    public bool TryTravel(RoundTrip with)
    {
        Forget();
        Interlocked.Exchange(ref trip, with); // Before the look, so that whoever gives it up meanwhile sees one or is seen.
        return !IsDone;
    }

    public void GiveUp(CancellationToken cancellationToken)
    {
        if (TryCancel(cancellationToken)) Volatile.Read(ref trip)?.GiveUp();
    }

    /// <summary>The row that the reader is at.</summary>
    public abstract void Take(NpgsqlDataReader row);

    public abstract void Complete();

    public abstract void Fail(Exception exception);

    protected abstract void Forget();

    protected abstract bool TryCancel(CancellationToken cancellationToken);
}

/// <param name="statement">What is asked.</param>
/// <param name="read">Makes something of a row.</param>
/// <param name="takeMore">Makes a row a part of what was made last, or does not.</param>
/// <param name="rowsExpected">How many rows there will be, about.</param>
/// <typeparam name="T">What becomes of a row.</typeparam>
internal sealed class WaitingRead<T>(
    RepeatableStatement statement, Func<RowReader, T> read, Func<RowReader, T, bool>? takeMore, int rowsExpected)
    : WaitingRead(statement)
{
    private readonly TaskCompletionSource<List<T>> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<T>? rows;
    private Exception? failure;

    public Task<List<T>> Rows => completion.Task;

    public override bool IsDone => completion.Task.IsCompleted;

    // A row that cannot be read is no failure of the connection, and the others of the round trip want to go on.
    public override void Take(NpgsqlDataReader row)
    {
        if (failure is not null) return;
        try
        {
            rows ??= new(rowsExpected);
            var reader = new RowReader(row);
            if (takeMore is null || rows is not [.., var last] || !takeMore(reader, last)) rows.Add(read(reader));
        }
#pragma warning disable CA1031 // It is told to whoever waits.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }
    }

    public override void Complete()
    {
        if (failure is null) completion.TrySetResult(rows ?? []);
        else completion.TrySetException(failure);
    }

    public override void Fail(Exception exception) => completion.TrySetException(exception);

    protected override void Forget() => (rows, failure) = (null, null);

    protected override bool TryCancel(CancellationToken cancellationToken) => completion.TrySetCanceled(cancellationToken);
}
