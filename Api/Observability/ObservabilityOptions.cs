using System.ComponentModel.DataAnnotations;

namespace Jobs.Api.Observability;

/// <summary>Section <c>Observability</c>: what operations leave behind in logs, traces and counts.</summary>
public sealed class ObservabilityOptions
{
    public const string Section = "Observability";

    /// <summary>Operations that take at least as long are logged; 0: none.</summary>
    [Range(0, 300_000)] public int SlowOperationMilliseconds { get; set; } = 500;

    /// <summary>Whether spans carry the document: as it was sent, so literals and all.</summary>
    public bool TraceDocuments { get; set; }

    /// <summary>Client names and versions that are told apart in a day; further ones are counted as "other".</summary>
    [Range(1, 10_000)] public int ClientsMax { get; set; } = 100;
}
