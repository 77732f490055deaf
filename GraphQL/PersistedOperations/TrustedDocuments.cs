using System.Diagnostics.CodeAnalysis;
using System.Text;
using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.PersistedOperations;

/// <summary>The documents that clients were built with. Nothing that a client sends adds one or takes one away.</summary>
public sealed class TrustedDocuments
{
    private readonly DocumentPreparation _preparation;
    private readonly Lock _replacing = new();
    private volatile Snapshot _current = new([]);

    internal TrustedDocuments(DocumentPreparation preparation) => _preparation = preparation;

    public int Count => _current.ById.Count;

    /// <summary>How often each has been answered since this process came to trust it.</summary>
    public IReadOnlyList<TrustedDocumentUse> Uses =>
        [.. _current.ById.Values.Select(document => new TrustedDocumentUse(document.Id, document.Uses))];

    /// <summary>Trusts exactly these from now on, except those with a problem. What stays the same is not looked at again.</summary>
    /// <returns>Every problem of every document.</returns>
    public IReadOnlyList<OperationDocumentProblem> Replace(IEnumerable<OperationDocument> documents)
    {
        lock (_replacing)
        {
            var problems = new List<OperationDocumentProblem>();
            _current = new Snapshot(Select(documents, problems));
            return problems;
        }
    }

    /// <summary>What <see cref="Replace"/> would say, without doing it.</summary>
    public IReadOnlyList<OperationDocumentProblem> Check(IEnumerable<OperationDocument> documents)
    {
        var problems = new List<OperationDocumentProblem>();
        Select(documents, problems);
        return problems;
    }

    /// <summary>Whether the text of this hash is trusted.</summary>
    public bool Includes(string hash) => _current.ByHash.ContainsKey(hash);

    /// <summary>By its id, or by the hash of its text with or without the prefix.</summary>
    internal bool TryGet(string id, [NotNullWhen(true)] out TrustedDocument? document)
    {
        var current = _current;
        if (current.ById.TryGetValue(id, out document)) return true;
        var hash = id.StartsWith(DocumentHash.Prefix, StringComparison.Ordinal) ? id[DocumentHash.Prefix.Length..] : id;
        return current.ByHash.TryGetValue(hash, out document);
    }

    private Dictionary<string, TrustedDocument> Select(
        IEnumerable<OperationDocument> documents, List<OperationDocumentProblem> problems)
    {
        var known = _current.ById;
        var selected = new Dictionary<string, TrustedDocument>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            if (selected.TryGetValue(document.Id, out var same))
            {
                if (!same.Is(document)) problems.Add(Problem(document, "the same id stands for another text, too"));
            }
            else if (known.TryGetValue(document.Id, out var kept) && kept.Is(document))
            {
                selected.Add(document.Id, kept);
            }
            else if (ProblemsOf(document) is { Count: > 0 } found)
            {
                problems.AddRange(found);
            }
            else
            {
                selected.Add(document.Id, new TrustedDocument(document, _preparation));
            }
        }

        return selected;
    }

    private List<OperationDocumentProblem> ProblemsOf(OperationDocument document)
    {
        var text = Encoding.UTF8.GetBytes(document.Text);
        if (document.Id.StartsWith(DocumentHash.Prefix, StringComparison.Ordinal)
            && document.Id[DocumentHash.Prefix.Length..] != DocumentHash.Of(text))
            return [Problem(document, "the id is not the hash of the text")];
        return _preparation.TryPrepare(text, out _, out var errors)
            ? []
            : [.. errors.Select(error => Problem(document, WithPlace(error)))];
    }

    private static string WithPlace(GraphQLError error) =>
        error.Locations is [var place, ..] ? $"{error.Message} (line {place.Line}, column {place.Column})" : error.Message;

    private static OperationDocumentProblem Problem(OperationDocument document, string message) =>
        new(document.Origin, document.Id, message);

    /// <summary>One state of the whole set, so that no request sees half of a change.</summary>
    private sealed class Snapshot(Dictionary<string, TrustedDocument> byId)
    {
        public IReadOnlyDictionary<string, TrustedDocument> ById { get; } = byId;

        public Dictionary<string, TrustedDocument> ByHash { get; } =
            byId.Values.DistinctBy(document => document.Hash).ToDictionary(document => document.Hash, StringComparer.Ordinal);
    }
}
