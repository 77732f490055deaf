namespace Jobs.Persistence;

/// <summary>Which documents the table holds, in two numbers; the default value is an empty table.</summary>
public readonly record struct TrustedDocumentState(int Count, long LastRevision);
