namespace Jobs.GraphQL.PersistedOperations;

/// <summary>Why a document cannot be trusted; without an id when a whole file is wrong.</summary>
public sealed record OperationDocumentProblem(string Origin, string? Id, string Message)
{
    /// <summary>One line that names the file, the document and what is wrong with it.</summary>
    public override string ToString() => Id is null ? $"{Origin}: {Message}" : $"{Origin}: {Id}: {Message}";
}
