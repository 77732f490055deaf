using System.Diagnostics.CodeAnalysis;
using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.PersistedOperations;

/// <summary>Finds the document that a request means: by its text, by the hash of a text, or by the id of a trusted one.</summary>
internal sealed class DocumentLookup(DocumentPreparation preparation, GraphQLEngineOptions options)
{
    private readonly PersistedOperationOptions _options = options.PersistedOperations;

    private readonly DocumentCache<DocumentText> _byText = new(options.CachedDocuments, options.CachedDocumentBytes);

    private readonly DocumentCache<string> _automatic =
        new(options.PersistedOperations.AutomaticDocuments, options.PersistedOperations.AutomaticDocumentBytes);

    public TrustedDocuments Trusted { get; } = new(preparation);

    private bool IsAutomatic => _options is { TrustedOnly: false, AutomaticDocuments: > 0 };

    public bool TryFind(
        GraphQLRequest request, [NotNullWhen(true)] out PreparedDocument? document, out IReadOnlyList<GraphQLError> errors)
    {
        document = null;
        errors = [];
        if (request.DocumentId is { } id)
        {
            if (Trusted.TryGet(id, out var trusted)) document = trusted.Use();
            else errors = [PersistedOperationErrors.DocumentNotFound(request)];
        }
        else if (request is { PersistedQueryHash: { } hash, Query.IsEmpty: true })
        {
            if (Trusted.TryGet(hash, out var trusted)) document = trusted.Use();
            else if (!IsAutomatic || !_automatic.TryGet(hash, out document)) errors = [NotFound(request)];
        }
        else
        {
            return TryFindByText(request, out document, out errors);
        }

        return document is not null;
    }

    private bool TryFindByText(GraphQLRequest request, out PreparedDocument? document, out IReadOnlyList<GraphQLError> errors)
    {
        document = null;
        errors = [];
        if (_options.TrustedOnly || request.PersistedQueryHash is not null)
        {
            // Whoever names a text by its hash, or must have been built with it, is taken at their word.
            var hash = DocumentHash.Of(request.Query.Span);
            if (request.PersistedQueryHash is { } claimed && !IsNameOf(claimed, hash))
                errors = [PersistedOperationErrors.HashMismatch()];
            else if (Trusted.TryGet(hash, out var trusted))
                document = trusted.Use();
            else if (_options.TrustedOnly)
                errors = [PersistedOperationErrors.NotTrusted(request)];
            if (document is not null || errors.Count > 0) return document is not null;
        }

        if (!TryPrepare(request.Query, out document, out errors)) return false;
        // Only what is valid is remembered, and both caches have their limits: nobody can fill them with rubbish.
        if (IsAutomatic && request.PersistedQueryHash is { } name) _automatic.Add(name, request.Query.Length, document);
        return true;
    }

    /// <summary>Out of the cache, or else parsed, validated and planned.</summary>
    private bool TryPrepare(
        ReadOnlyMemory<byte> text, [NotNullWhen(true)] out PreparedDocument? document, out IReadOnlyList<GraphQLError> errors)
    {
        errors = [];
        if (_byText.TryGet(new DocumentText(text), out document)) return true;
        text = text.ToArray(); // The cache and the nodes keep it; the caller's buffer is its own.
        if (!preparation.TryPrepare(text, out document, out errors)) return false;
        _byText.Add(new DocumentText(text), text.Length, document);
        return true;
    }

    /// <summary>A manifest may call its documents by names of its own; Apollo Client sends those where hashes go.</summary>
    private bool IsNameOf(string claimed, string hash) =>
        claimed == hash || (Trusted.TryGet(claimed, out var trusted) && trusted.Hash == hash);

    private GraphQLError NotFound(GraphQLRequest request)
    {
        if (_options.TrustedOnly) return PersistedOperationErrors.NotTrusted(request); // The text would be refused, too.
        return IsAutomatic ? PersistedOperationErrors.QueryNotFound() : PersistedOperationErrors.QueryNotSupported();
    }
}
