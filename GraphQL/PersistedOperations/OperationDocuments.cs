namespace Jobs.GraphQL.PersistedOperations;

/// <summary>What was found where documents are listed: the documents, and what could not be read.</summary>
public sealed record OperationDocuments(
    IReadOnlyList<OperationDocument> Documents, IReadOnlyList<OperationDocumentProblem> Problems);
