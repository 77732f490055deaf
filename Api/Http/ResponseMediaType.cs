using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Jobs.Api.Http;

/// <summary>The two media types of a GraphQL response, and the choice between them that an Accept header asks for.</summary>
/// <remarks>
/// https://graphql.github.io/graphql-over-http/draft/#sec-Accept and https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1.
/// </remarks>
public sealed class ResponseMediaType
{
    private const int RangesMax = 64;

    /// <summary>The answer to clients that name nothing: what every GraphQL client understands.</summary>
    public static readonly ResponseMediaType Json = new("application/json");

    public static readonly ResponseMediaType GraphQLResponse = new("application/graphql-response+json");

    private readonly MediaTypeHeaderValue value;

    private ResponseMediaType(string name)
    {
        value = new MediaTypeHeaderValue(name);
        ContentType = $"{name}; charset=utf-8";
    }

    public string ContentType { get; }

    /// <summary>Null if the header leaves neither of the two.</summary>
    public static ResponseMediaType? Choose(StringValues acceptHeader)
    {
        if (StringValues.IsNullOrEmpty(acceptHeader)) return Json;
        if (!MediaTypeHeaderValue.TryParseList(acceptHeader, out var ranges) || ranges.Count > RangesMax) return null;
        var json = Json.BestMatch(ranges);
        var graphQLResponse = GraphQLResponse.BestMatch(ranges);
        if (json.Quality == 0 && graphQLResponse.Quality == 0) return null;
        // Equal wishes: the one listed first; one wildcard for both: JSON.
        return graphQLResponse.Quality > json.Quality
            || (graphQLResponse.Quality == json.Quality && graphQLResponse.Position < json.Position) ? GraphQLResponse : Json;
    }

    /// <summary>The most specific range that covers this type decides its quality, wherever it stands.</summary>
    private (double Quality, int Position) BestMatch(IList<MediaTypeHeaderValue> ranges)
    {
        var (best, bestSpecificity) = ((Quality: 0.0, Position: int.MaxValue), -1);
        for (var position = 0; position < ranges.Count; position++)
        {
            var range = ranges[position];
            if (!Covers(range)) continue;
            var specificity = range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2;
            if (specificity <= bestSpecificity) continue;
            (best, bestSpecificity) = ((range.Quality ?? 1, position), specificity);
        }
        return best;
    }

    // Parameters other than the charset are of no matter: "application/json;profile=x" is still JSON.
    private bool Covers(MediaTypeHeaderValue range) =>
        (range.MatchesAllTypes
            || (range.Type.Equals(value.Type, StringComparison.OrdinalIgnoreCase)
                && (range.MatchesAllSubTypes || range.SubType.Equals(value.SubType, StringComparison.OrdinalIgnoreCase))))
        && IsUtf8(range.Charset);

    internal static bool IsUtf8(StringSegment charset) =>
        !charset.HasValue || HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
