using Jobs.GraphQL;

namespace Jobs.Api.Http;

/// <summary>The status code of an answer of the engine, by media type.</summary>
/// <remarks>https://graphql.github.io/graphql-over-http/draft/#sec-Status-Codes</remarks>
public static class ResponseStatus
{
    /// <summary>"Partial success": data and errors. New in the specification's first edition, September 2026.</summary>
    private const int PartialSuccess = 294;

    public static int Of(GraphQLResult result, ResponseMediaType mediaType)
    {
        var isLegacy = mediaType == ResponseMediaType.Json;
        if (!result.IsRequestError) return result.Errors.Count == 0 || isLegacy ? StatusCodes.Status200OK : PartialSuccess;
        return result.Errors[0].Code switch
        {
            ErrorCodes.QueryOnly => StatusCodes.Status405MethodNotAllowed,
            ErrorCodes.InternalServerError => StatusCodes.Status500InternalServerError,
            // With application/json only 200 tells a client that the answer comes from GraphQL and not from a proxy on the way.
            _ => isLegacy ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}
