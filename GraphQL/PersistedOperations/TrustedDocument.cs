using System.Text;
using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.PersistedOperations;

/// <summary>A document found valid once: planned when it is first asked for, kept as long as it is trusted.</summary>
internal sealed class TrustedDocument
{
    private readonly Lazy<PreparedDocument> _prepared;
    private readonly string _text;
    private long _uses;

    public TrustedDocument(OperationDocument document, DocumentPreparation preparation)
    {
        var text = Encoding.UTF8.GetBytes(document.Text);
        (Id, Hash, _text) = (document.Id, DocumentHash.Of(text), document.Text);
        _prepared = new Lazy<PreparedDocument>(() => preparation.PrepareAgain(text));
    }

    public string Id { get; }

    /// <summary>The SHA-256 of its text, whatever its id is.</summary>
    public string Hash { get; }

    public long Uses => Interlocked.Read(ref _uses);

    public bool Is(OperationDocument document) => Id == document.Id && _text == document.Text;

    public PreparedDocument Use()
    {
        Interlocked.Increment(ref _uses);
        return _prepared.Value;
    }
}
