using System.Data.Common;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Jobs.Experiments;

/// <summary>The one snapshot that this process serves, swapped whole.</summary>
public sealed partial class ServedSnapshots(
    NpgsqlDataSource dataSource, SnapshotFile file, TimeProvider time, ILogger<ServedSnapshots> logger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();
    private readonly List<Channel<ServedSnapshot>> _watchers = [];
    private volatile ServedSnapshot _current = ServedSnapshot.Empty;
    private volatile SnapshotHealth _health = new(0, null, null, IsListening: false, null, null);

    public ServedSnapshot Current => _current;

    public SnapshotHealth Health => _health;

    /// <summary>The current snapshot and every one after it; who is slow skips some, never the last.</summary>
    public async IAsyncEnumerable<ServedSnapshot> ChangesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watcher = Channel.CreateBounded<ServedSnapshot>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
        {
            _watchers.Add(watcher);
            watcher.Writer.TryWrite(_current);
        }
        try
        {
            await foreach (var snapshot in watcher.Reader.ReadAllAsync(cancellationToken)) yield return snapshot;
        }
        finally
        {
            lock (_gate) _watchers.Remove(watcher);
        }
    }

    /// <summary>For the start: the database's rows, or while it is away the last good ones of the disk.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (file.Read() is { } rows)
        {
            Publish(SnapshotBuild.Of(rows, ServedSnapshot.Empty));
            LogFromDisk(logger, rows.Revision);
        }
        await RefreshAsync(cancellationToken);
    }

    /// <summary>Reads what is served if it has changed. A database that is away is no exception: what was served still is.</summary>
    /// <returns>Whether the database answered.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadIfChangedAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (IsOfDatabase(exception))
        {
            return false; // Noted where it happened.
        }
    }

    /// <summary>The same, for those who want to know why the database did not answer.</summary>
    internal async Task ReadIfChangedAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // What comes from the disk may be another database's, whatever its number.
            if (_health.ReadAt is null || await dataSource.ReadServedRevisionAsync(cancellationToken) != _current.Revision)
                await ReadAsync(cancellationToken);
            Note(health => health with { Revision = _current.Revision, CheckedAt = time.GetUtcNow(), LastError = null });
        }
        catch (Exception exception) when (IsOfDatabase(exception))
        {
            Fail(exception);
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    internal static bool IsOfDatabase(Exception exception) => exception is DbException or SocketException or IOException
        or TimeoutException or InvalidOperationException { InnerException: DbException or TimeoutException };

    internal void Fail(Exception exception)
    {
        Note(health => health with { LastError = exception.GetType().Name, LastErrorAt = time.GetUtcNow() });
        LogUnreadable(logger, exception.GetType().Name);
    }

    internal void NoteListening(bool isListening) => Note(health => health with { IsListening = isListening });

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var (revision, flags, experiments) = await dataSource.ReadServedAsync(cancellationToken);
        var (previous, snapshot) = (_current, SnapshotBuild.Of(new ServedRows(revision, flags, experiments), _current));
        foreach (var (key, problems) in snapshot.Problems)
            if (!previous.Problems.TryGetValue(key, out var known) || !known.SequenceEqual(problems))
                LogProblem(logger, key, problems.Count, problems[0].English);
        Publish(snapshot);
        Note(health => health with { ReadAt = time.GetUtcNow() });
        try
        {
            file.Write(snapshot.ToRows());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotKept(logger, exception.GetType().Name);
        }
    }

    private void Note(Func<SnapshotHealth, SnapshotHealth> change)
    {
        lock (_gate) _health = change(_health);
    }

    private void Publish(ServedSnapshot snapshot)
    {
        lock (_gate)
        {
            _current = snapshot;
            foreach (var watcher in _watchers) watcher.Writer.TryWrite(snapshot);
        }
    }

    [LoggerMessage(EventId = 31, EventName = "SnapshotFromDisk", Level = LogLevel.Information,
        Message = "Flags of revision {Revision} were read from the disk.")]
    private static partial void LogFromDisk(ILogger logger, long revision);

    [LoggerMessage(EventId = 32, EventName = "SnapshotUnreadable", Level = LogLevel.Warning,
        Message = "Flags cannot be read ({Reason}); what was served still is.")]
    private static partial void LogUnreadable(ILogger logger, string reason);

    [LoggerMessage(EventId = 33, EventName = "FlagBroken", Level = LogLevel.Error,
        Message = "The definition of {Key} is wrong in {Count} places; its last good one is served. The first: {Problem}")]
    private static partial void LogProblem(ILogger logger, string key, int count, string problem);

    [LoggerMessage(EventId = 34, EventName = "SnapshotNotKept", Level = LogLevel.Warning,
        Message = "Flags could not be written to the disk ({Reason}).")]
    private static partial void LogNotKept(ILogger logger, string reason);
}
