using Jobs.Api.ServerSentEvents;
using Jobs.GraphQL;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Jobs.Api.Http;

/// <summary>A media type of GraphQL responses, and the forms of an answer that it can carry.</summary>
public sealed class ResponseMediaType
{
    private const string Mixed = "multipart/mixed";

    /// <summary>The answer to clients that name nothing: what every GraphQL client understands.</summary>
    public static readonly ResponseMediaType Json = new("application/json", "; charset=utf-8", ResponseForms.Single);

    public static readonly ResponseMediaType GraphQLResponse =
        new("application/graphql-response+json", "; charset=utf-8", ResponseForms.Single);

    public static readonly ResponseMediaType EventStream =
        new(EventStreamTransport.MediaType, "; charset=utf-8", ResponseForms.Incremental | ResponseForms.Subscription);

    /// <summary>The parts are results as graphql-js 17 has them, which Apollo Client calls v0.2.</summary>
    /// <remarks>https://github.com/graphql/graphql-over-http/blob/main/rfcs/IncrementalDelivery.md</remarks>
    public static readonly ResponseMediaType Multipart = new(Mixed, "; boundary=\"-\"", ResponseForms.Incremental);

    /// <summary>From the most to the least welcome, where a client has no preference.</summary>
    internal static readonly IReadOnlyList<ResponseMediaType> All = [Json, GraphQLResponse, Multipart, EventStream];

    private readonly MediaTypeHeaderValue value;

    private ResponseMediaType(string name, string parameters, ResponseForms forms) =>
        (value, ContentType, Forms) = (new MediaTypeHeaderValue(name), name + parameters, forms);

    public string ContentType { get; }

    /// <summary>What it can carry beside single results.</summary>
    public ResponseForms Forms { get; }

    /// <summary>One JSON text, and no stream of them.</summary>
    public bool IsJson => Forms == ResponseForms.Single;

    /// <summary>The most specific range that covers this type decides its quality, wherever it stands.</summary>
    internal (double Quality, int Position) BestMatch(IList<MediaTypeHeaderValue> ranges)
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

    // Who accepts anything has not thought of a stream, so streams must be named. Parameters that nobody knows are of no
    // matter: "application/json;profile=x" is still JSON.
    private bool Covers(MediaTypeHeaderValue range)
    {
        if (range.MatchesAllTypes) return IsJson;
        if (!range.Type.Equals(value.Type, StringComparison.OrdinalIgnoreCase)) return false;
        if (range.MatchesAllSubTypes) return IsJson;
        return range.SubType.Equals(value.SubType, StringComparison.OrdinalIgnoreCase) && IsUtf8(range.Charset)
            && (this != Multipart || IsOurFormat(range));
    }

    // Other formats have the same media type and another parameter: deferSpec, subscriptionSpec, older or newer incrementalSpecs.
    // Their clients would not notice that they misread ours.
    private static bool IsOurFormat(MediaTypeHeaderValue range) => range.Parameters.All(parameter =>
        !parameter.Name.EndsWith("Spec", StringComparison.OrdinalIgnoreCase)
        || (parameter.Name.Equals("incrementalSpec", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(parameter.Value).Equals("v0.2", StringComparison.OrdinalIgnoreCase)));

    internal static bool IsUtf8(StringSegment charset) =>
        !charset.HasValue || HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
