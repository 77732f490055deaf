using System.ComponentModel.DataAnnotations;
using Jobs.GraphQL.PersistedOperations;

namespace Jobs.Api.PersistedOperations;

/// <summary>Section <c>PersistedOperations</c>: documents that requests name instead of sending them.</summary>
public sealed class PersistedOperationsOptions : IValidatableObject
{
    public const string Section = "PersistedOperations";

    [EnumDataType(typeof(PersistedOperationsMode))] public PersistedOperationsMode Mode { get; set; }

    /// <summary>A folder of manifests and documents that are trusted.</summary>
    public string? Folder { get; set; }

    /// <summary>Whether the rows of <c>trusted_documents</c> are trusted.</summary>
    public bool Table { get; set; }

    /// <summary>Refuses to start with a document in the folder that does not fit the schema; otherwise it is left out.</summary>
    public bool Strict { get; set; } = true;

    /// <summary>How often the table is looked at, and the last days of use are written.</summary>
    [Range(1, 3_600)] public int RefreshSeconds { get; set; } = 10;

    /// <summary>Documents remembered by the hash that came with them (Apollo's automatic persisted queries); 0: none.</summary>
    [Range(0, 100_000)] public int AutomaticDocumentsMax { get; set; } = 1_000;

    /// <summary>Bytes of text of those documents together.</summary>
    [Range(1_024, 1_073_741_824)] public int AutomaticDocumentBytesMax { get; set; } = 4 * 1_048_576;

    public PersistedOperationOptions ToEngineOptions() => new()
    {
        TrustedOnly = Mode == PersistedOperationsMode.TrustedOnly,
        AutomaticDocuments = AutomaticDocumentsMax,
        AutomaticDocumentBytes = AutomaticDocumentBytesMax,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Mode == PersistedOperationsMode.TrustedOnly && Folder is null && !Table)
            yield return new ValidationResult("TrustedOnly needs trusted documents: set Folder or Table.", [nameof(Mode)]);
    }
}
