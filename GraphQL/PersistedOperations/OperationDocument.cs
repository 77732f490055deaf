namespace Jobs.GraphQL.PersistedOperations;

/// <summary>A document that clients were built with, and where it was read: a manifest, a file or a table lists it.</summary>
public sealed record OperationDocument(string Id, string Text, string Origin);
