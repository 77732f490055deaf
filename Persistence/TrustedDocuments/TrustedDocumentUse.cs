namespace Jobs.Persistence;

/// <summary>The last day on which any instance answered a trusted document, wherever the document is listed.</summary>
public sealed class TrustedDocumentUse
{
    public required string DocumentId { get; init; }
    public DateOnly LastUsedOn { get; init; }
}
