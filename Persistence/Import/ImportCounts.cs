using System.Collections.Concurrent;

namespace Jobs.Persistence.Import;

/// <summary>Counts of one file while several threads work on it.</summary>
internal sealed class ImportCounts
{
    private readonly ConcurrentDictionary<RejectReason, long> _rejected = new();
    private long _read;
    private long _stored;
    private long _imported;
    private long _updated;

    public long Read => Interlocked.Read(ref _read);
    public long Imported => Interlocked.Read(ref _imported);
    public long Updated => Interlocked.Read(ref _updated);
    public long Unchanged => Interlocked.Read(ref _stored) - Imported - Updated;
    public IReadOnlyDictionary<RejectReason, long> Rejected => new SortedDictionary<RejectReason, long>(_rejected);

    public void AddRead() => Interlocked.Increment(ref _read);

    public void AddRejected(RejectReason reason) => _rejected.AddOrUpdate(reason, 1, (_, count) => count + 1);

    public void AddStored(long rows, long imported, long updated)
    {
        Interlocked.Add(ref _stored, rows);
        Interlocked.Add(ref _imported, imported);
        Interlocked.Add(ref _updated, updated);
    }
}
