using System.Globalization;
using Jobs.Persistence.Embedded;

namespace Jobs.Experiments;

/// <summary>
/// The folder that this instance spools to: <c>spool-0</c>, or the next one that nobody holds. What instances that are gone
/// left in the others is taken over.
/// </summary>
internal sealed class SpoolFolder : IDisposable
{
    private const string LockName = "lock";
    private const int FoldersMax = 1000;
    private readonly FileStream held;

    private SpoolFolder(string path, FileStream held) => (Path, this.held) = (path, held);

    public string Path { get; }

    public static SpoolFolder Take(string root, AnalyticsMetrics metrics)
    {
        for (var number = 0; number < FoldersMax; number++)
        {
            var path = System.IO.Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"spool-{number}"));
            Create(path);
            if (FileLock.TryAcquire(System.IO.Path.Combine(path, LockName)) is not { } held) continue;
            var folder = new SpoolFolder(path, held);
            foreach (var other in Directory.GetDirectories(root, "spool-*")) folder.Adopt(other, metrics);
            return folder;
        }

        throw new IOException($"Every folder below {root} is held by another instance.");
    }

    public void Dispose() => held.Dispose();

    // Events speak of people, if only by ids: nobody else's business on a shared machine.
    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    // Segments change their folder by their names alone: a kill in between leaves each in one of the two.
    private void Adopt(string other, AnalyticsMetrics metrics)
    {
        if (other == Path || FileLock.TryAcquire(System.IO.Path.Combine(other, LockName)) is not { } heldToo) return;
        using (heldToo)
        {
            new Spool(other, long.MaxValue, metrics).Dispose(); // Brings its mailboxes into segments.
            foreach (var lane in Spool.LaneNames)
            {
                var number = Segment.Find(Path, lane).Select(segment => segment.Number).LastOrDefault();
                number = Math.Max(number, PositionOf(Path, lane).Segment);
                var from = PositionOf(other, lane);
                foreach (var segment in Segment.Find(other, lane).Where(segment => segment.Number >= from.Segment))
                    File.Move(segment.Path, new Segment(Path, lane, ++number).Path);
                foreach (var file in Directory.GetFiles(other, $"{lane}*")) File.Delete(file);
            }
        }
    }

    private static SpoolPosition PositionOf(string folder, string lane)
    {
        using var file = new PositionFile(System.IO.Path.Combine(folder, $"{lane}.position"));
        return file.Read();
    }
}
