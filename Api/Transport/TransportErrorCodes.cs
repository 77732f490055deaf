namespace Jobs.Api.Transport;

/// <summary>Values of <c>extensions.code</c> that HTTP adds to those of the engine; docs/errors.md explains them.</summary>
public static class TransportErrorCodes
{
    public const string BadRequest = "BAD_REQUEST";
    public const string PayloadTooLarge = "PAYLOAD_TOO_LARGE";
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";
    public const string NotAcceptable = "NOT_ACCEPTABLE";
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";
    public const string CrossSiteRequest = "CROSS_SITE_REQUEST";
    public const string BatchingNotAllowed = "BATCHING_NOT_ALLOWED";
    public const string BatchTooLarge = "BATCH_TOO_LARGE";
    public const string Unauthenticated = "UNAUTHENTICATED";
    public const string TooManyConnections = "TOO_MANY_CONNECTIONS";
    public const string TooManyOperations = "TOO_MANY_OPERATIONS";
    public const string OriginNotAllowed = "ORIGIN_NOT_ALLOWED";
}
