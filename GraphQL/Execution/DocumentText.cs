namespace Jobs.GraphQL.Execution;

/// <summary>The text of a document, compared by content and hashed once with the process's random seed.</summary>
internal readonly struct DocumentText : IEquatable<DocumentText>
{
    private readonly ReadOnlyMemory<byte> _text;
    private readonly int _hash;

    public DocumentText(ReadOnlyMemory<byte> text)
    {
        var hash = new HashCode();
        hash.AddBytes(text.Span);
        (_text, _hash) = (text, hash.ToHashCode());
    }

    public bool Equals(DocumentText other) => _hash == other._hash && _text.Span.SequenceEqual(other._text.Span);

    public override bool Equals(object? obj) => obj is DocumentText other && Equals(other);

    public override int GetHashCode() => _hash;
}
