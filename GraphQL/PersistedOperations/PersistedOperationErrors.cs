namespace Jobs.GraphQL.PersistedOperations;

/// <summary>
/// Answers to references that lead nowhere, in the words that clients look for, and with the name of the operation, so that its
/// builders find it; nothing else of what was sent is repeated.
/// </summary>
/// <remarks>https://www.apollographql.com/docs/react/api/link/persisted-queries and the appendix on persisted documents.</remarks>
internal static class PersistedOperationErrors
{
    private const int NameLengthMax = 100;

    public static GraphQLError QueryNotFound() =>
        new("PersistedQueryNotFound") { Code = ErrorCodes.PersistedQueryNotFound };

    public static GraphQLError QueryNotSupported() =>
        new("PersistedQueryNotSupported") { Code = ErrorCodes.PersistedQueryNotSupported };

    public static GraphQLError HashMismatch() =>
        new("The text that was sent does not have the hash that was sent.") { Code = ErrorCodes.PersistedQueryHashMismatch };

    public static GraphQLError DocumentNotFound(GraphQLRequest request)
    {
        var operation = IsName(request.OperationName) ? $" It was sent for the operation \"{request.OperationName}\"." : "";
        return new GraphQLError($"No document of this id is known.{operation}") { Code = ErrorCodes.PersistedDocumentNotFound };
    }

    public static GraphQLError NotTrusted(GraphQLRequest request)
    {
        var name = request.OperationName ?? OperationName.In(request.Query);
        var operation = IsName(name) ? $"The operation \"{name}\"" : "This operation";
        return new GraphQLError($"{operation} is none of the trusted documents.") { Code = ErrorCodes.OperationNotTrusted };
    }

    private static bool IsName(string? text) => text is { Length: > 0 and <= NameLengthMax }
        && !char.IsAsciiDigit(text[0]) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
