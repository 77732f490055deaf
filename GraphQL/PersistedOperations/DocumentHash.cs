using System.Security.Cryptography;

namespace Jobs.GraphQL.PersistedOperations;

/// <summary>The name that a document has by its content: the SHA-256 of its UTF-8 text in lower-case hexadecimal.</summary>
public static class DocumentHash
{
    /// <summary>What stands before the hash in a <c>documentId</c>.</summary>
    public const string Prefix = "sha256:";

    public static string Of(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA256.HashData(text));
}
