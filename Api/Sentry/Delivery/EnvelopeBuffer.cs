namespace Jobs.Api.Sentry;

/// <summary>
/// Envelopes on the disk that wait until Sentry answers again, after a restart too. Bounded in number, bytes and age; full, it
/// gives up the oldest, errors last. Only the sender uses it.
/// </summary>
internal sealed partial class EnvelopeBuffer(
    Dsn dsn, SentryOptions options, ClientReports reports, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly TimeSpan ageMax = TimeSpan.FromHours(options.BufferHoursMax);
    private readonly SortedSet<StoredEnvelope> files = [];
    private BufferFolder? folder;
    private bool isToldOf;
    private long bytes;
    private int count;
    private long oldestMs;

    // Read by whoever measures, on other threads.
    public long Bytes => Interlocked.Read(ref bytes);

    public int Count => Volatile.Read(ref count);

    public DateTimeOffset? Oldest =>
        Interlocked.Read(ref oldestMs) is > 0 and var ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;

    /// <summary>Finds what earlier processes left, its own folder first.</summary>
    public void Open()
    {
        if (folder is not null) return;
        Try(() =>
        {
            folder = BufferFolder.Take(options.Folder(), dsn);
            foreach (var unfinished in Directory.GetFiles(folder.Path, "*.new")) File.Delete(unfinished);
            foreach (var path in Directory.GetFiles(folder.Path, StoredEnvelope.Pattern)) Find(path);
        });
        TakeOver();
    }

    public void TakeOver() => Try(() =>
    {
        foreach (var path in folder?.TakeOver(StoredEnvelope.Pattern) ?? []) Find(path);
    });

    /// <returns>False: the disk takes nothing.</returns>
    public bool TryAdd(Envelope envelope)
    {
        Open();
        return folder is not null && Try(() =>
        {
            var path = Path.Combine(folder.Path, StoredEnvelope.NameFor(envelope));
            using (var file = new FileStream(path + ".new", Private())) file.Write(envelope.Bytes.Span);
            File.Move(path + ".new", path); // What has its name is whole.
            Note(new StoredEnvelope(path, envelope.Category, envelope.At, envelope.Bytes.Length));
        });
    }

    /// <summary>What is to go next; null when nothing waits.</summary>
    public StoredEnvelope? Next()
    {
        while (files.Min is { } first)
        {
            if (time.GetUtcNow() - first.At <= ageMax) return first;
            Remove(first);
            reports.Add(DiscardReason.CacheOverflow, first.Category);
        }

        return null;
    }

    /// <summary>Null for what cannot be an envelope any more; it is given up.</summary>
    public Envelope? Read(StoredEnvelope stored)
    {
        byte[] content = [];
        if (Try(() => content = File.ReadAllBytes(stored.Path)) && Envelope.IsWhole(content))
            return new Envelope(stored.Category, stored.At, content);
        Remove(stored);
        reports.Add(DiscardReason.InternalSdkError, stored.Category);
        return null;
    }

    public void Remove(StoredEnvelope stored)
    {
        if (!files.Remove(stored)) return;
        Interlocked.Add(ref bytes, -stored.Bytes);
        Measure();
        Try(() => File.Delete(stored.Path));
    }

    public void Dispose() => folder?.Dispose();

    private void Find(string path)
    {
        if (StoredEnvelope.TryFind(path, out var stored)) Note(stored);
        else File.Delete(path); // Not a name of ours.
    }

    private void Note(StoredEnvelope stored)
    {
        files.Add(stored);
        Interlocked.Add(ref bytes, stored.Bytes);
        Measure();
        while (files.Count > options.BufferFilesMax || Bytes > options.BufferBytesMax)
        {
            var last = files.Max!.Category;
            var lost = files.First(file => file.Category == last);
            Remove(lost);
            reports.Add(DiscardReason.CacheOverflow, lost.Category);
        }
    }

    private void Measure()
    {
        Volatile.Write(ref count, files.Count);
        // The first of each category is its oldest, and errors are nearly all there is: near enough, and free.
        Interlocked.Exchange(ref oldestMs, files.Min?.At.ToUnixTimeMilliseconds() ?? 0);
    }

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    // A full disk or a folder that is gone costs what cannot be kept, never the sender.
    private bool Try(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            if (!isToldOf) LogUnusable(logger, problem.GetType().Name);
            isToldOf = true;
            return false;
        }
    }

    [LoggerMessage(EventId = 74, EventName = "SentryBufferUnusable", Level = LogLevel.Warning,
        Message = "The disk cannot keep what Sentry did not take yet ({Problem}): what finds no room in memory is lost.")]
    private static partial void LogUnusable(ILogger logger, string problem);
}
