namespace Jobs.Api.PersistedOperations;

/// <summary>Which documents are answered.</summary>
public enum PersistedOperationsMode
{
    /// <summary>Whatever is valid and within the limits.</summary>
    Any,

    /// <summary>What clients were built with, and nothing else.</summary>
    TrustedOnly,
}
