using System.Diagnostics.CodeAnalysis;

namespace Jobs.GraphQL.Execution;

/// <summary>The documents used last, by their text or what stands for it: parsed, validated and planned once.</summary>
internal sealed class DocumentCache<TKey>(int maxDocuments, long maxBytes)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();
    private long _bytes;

    /// <summary>The first of <see cref="_byUse"/>, for whoever asks for it again: then nobody waits and nothing moves.</summary>
    private volatile Entry? _latest;

    public bool TryGet(TKey key, [NotNullWhen(true)] out PreparedDocument? document)
    {
        if (_latest is { } latest && EqualityComparer<TKey>.Default.Equals(latest.Key, key))
        {
            document = latest.Document;
            return true;
        }

        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                document = null;
                return false;
            }

            if (entry != _byUse.First)
            {
                _byUse.Remove(entry);
                _byUse.AddFirst(entry);
            }

            _latest = entry.Value;
            document = entry.Value.Document;
            return true;
        }
    }

    /// <summary>Keeps a document whose text has that many bytes. The ones not used for longest make room.</summary>
    public void Add(TKey key, int bytes, PreparedDocument document)
    {
        if (bytes > maxBytes) return;
        lock (_gate)
        {
            if (!_entries.TryAdd(key, _byUse.AddFirst(new Entry(key, bytes, document))))
            {
                _byUse.RemoveFirst(); // Another request was faster.
                return;
            }

            _bytes += bytes;
            while (_entries.Count > maxDocuments || _bytes > maxBytes)
            {
                var oldest = _byUse.Last!.Value;
                _entries.Remove(oldest.Key);
                _bytes -= oldest.Bytes;
                _byUse.RemoveLast();
            }

            _latest = _byUse.First?.Value;
        }
    }

    private sealed record Entry(TKey Key, int Bytes, PreparedDocument Document);
}
