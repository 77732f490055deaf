namespace Jobs.GraphQL.PersistedOperations;

/// <summary>How often this process answered a trusted document.</summary>
public readonly record struct TrustedDocumentUse(string Id, long Count);
