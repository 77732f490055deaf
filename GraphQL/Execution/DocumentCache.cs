using System.Diagnostics.CodeAnalysis;

namespace Jobs.GraphQL.Execution;

/// <summary>The documents used last, by their text: a client's document is parsed, validated and planned once.</summary>
internal sealed class DocumentCache(int maxDocuments, long maxBytes)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<DocumentText, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();
    private long _bytes;

    public bool TryGet(ReadOnlyMemory<byte> text, [NotNullWhen(true)] out PreparedDocument? document)
    {
        var key = new DocumentText(text);
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

            document = entry.Value.Document;
            return true;
        }
    }

    /// <summary>Keeps a document; the text must stay as it is. The ones not used for longest make room.</summary>
    public void Add(ReadOnlyMemory<byte> text, PreparedDocument document)
    {
        if (text.Length > maxBytes) return;
        var key = new DocumentText(text);
        lock (_gate)
        {
            if (!_entries.TryAdd(key, _byUse.AddFirst(new Entry(key, document))))
            {
                _byUse.RemoveFirst(); // Another request was faster.
                return;
            }

            _bytes += text.Length;
            while (_entries.Count > maxDocuments || _bytes > maxBytes)
            {
                var oldest = _byUse.Last!.Value.Key;
                _entries.Remove(oldest);
                _bytes -= oldest.Length;
                _byUse.RemoveLast();
            }
        }
    }

    private sealed record Entry(DocumentText Key, PreparedDocument Document);

    /// <summary>Bytes compared by content, hashed once with the process's random seed.</summary>
    private readonly struct DocumentText : IEquatable<DocumentText>
    {
        private readonly ReadOnlyMemory<byte> _text;
        private readonly int _hash;

        public DocumentText(ReadOnlyMemory<byte> text)
        {
            var hash = new HashCode();
            hash.AddBytes(text.Span);
            (_text, _hash) = (text, hash.ToHashCode());
        }

        public int Length => _text.Length;

        public bool Equals(DocumentText other) => _hash == other._hash && _text.Span.SequenceEqual(other._text.Span);

        public override bool Equals(object? obj) => obj is DocumentText other && Equals(other);

        public override int GetHashCode() => _hash;
    }
}
