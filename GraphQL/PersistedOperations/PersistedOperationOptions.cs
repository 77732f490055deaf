namespace Jobs.GraphQL.PersistedOperations;

/// <summary>How documents may be referred to instead of sent.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>Answers trusted documents and nothing else; then nothing is learned from requests either.</summary>
    public bool TrustedOnly { get; init; }

    /// <summary>Documents that are remembered by the hash which their sender gave; 0 remembers none.</summary>
    public int AutomaticDocuments { get; init; } = 1000;

    /// <summary>Bytes of text that those documents may have together.</summary>
    public long AutomaticDocumentBytes { get; init; } = 4 * 1024 * 1024;
}
