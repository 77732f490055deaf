using System.Collections.Concurrent;
using Jobs.GraphQL;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Jobs.Api.Http;

/// <summary>What an Accept header leaves of our media types, the most wanted first.</summary>
/// <remarks>
/// https://graphql.github.io/graphql-over-http/draft/#sec-Accept and https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1.
/// </remarks>
public sealed class AcceptedTypes
{
    private const int RangesMax = 64;
    private const int KnownMax = 100;
    private const int KnownLengthMax = 200;
    private static readonly AcceptedTypes Nothing = new([]);
    private static readonly AcceptedTypes Unsaid = new([ResponseMediaType.Json]);

    // Clients are few and each always says the same. Whoever sends many others fills this, and then theirs are read each time.
    private static readonly ConcurrentDictionary<string, AcceptedTypes> Known = new();
    private readonly IReadOnlyList<ResponseMediaType> types;

    private AcceptedTypes(IReadOnlyList<ResponseMediaType> types)
    {
        this.types = types;
        var json = types.FirstOrDefault(type => type.IsJson);
        Refusal = json ?? ResponseMediaType.Json;
        Single = types.Count == 0 ? Refusal : json ?? types[0];
        Forms = types.Aggregate(ResponseForms.Single, (forms, type) => forms | type.Forms);
    }

    public bool IsNone => types.Count == 0;

    /// <summary>Every form of an answer that one of the types can carry.</summary>
    public ResponseForms Forms { get; }

    /// <summary>The type of a refusal, which nobody reads as a stream.</summary>
    public ResponseMediaType Refusal { get; }

    /// <summary>The type of a single result: JSON if the client takes it, and else a stream of one.</summary>
    public ResponseMediaType Single { get; }

    /// <summary>The type of an answer in a form that <see cref="Forms"/> has.</summary>
    public ResponseMediaType Stream(ResponseForms form) => types.First(type => type.Forms.HasFlag(form));

    public static AcceptedTypes Read(StringValues acceptHeader)
    {
        if (StringValues.IsNullOrEmpty(acceptHeader)) return Unsaid;
        if (acceptHeader is not [{ Length: <= KnownLengthMax } text]) return Parse(acceptHeader);
        if (Known.TryGetValue(text, out var known)) return known;
        var read = Parse(acceptHeader);
        if (Known.Count < KnownMax) Known.TryAdd(text, read);
        return read;
    }

    private static AcceptedTypes Parse(StringValues acceptHeader)
    {
        if (!MediaTypeHeaderValue.TryParseList(acceptHeader, out var ranges) || ranges.Count > RangesMax) return Nothing;
        // Equal wishes: the one listed first; one wildcard for both: JSON.
        return new AcceptedTypes([.. ResponseMediaType.All
            .Select(type => (Type: type, Match: type.BestMatch(ranges)))
            .Where(candidate => candidate.Match.Quality > 0)
            .OrderByDescending(candidate => candidate.Match.Quality).ThenBy(candidate => candidate.Match.Position)
            .Select(candidate => candidate.Type)]);
    }
}
