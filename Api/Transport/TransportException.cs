namespace Jobs.Api.Transport;

/// <summary>A request that never reaches the engine: the sentence, code and status that its sender gets.</summary>
public sealed class TransportException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static TransportException BadRequest(string message) =>
        new(StatusCodes.Status400BadRequest, TransportErrorCodes.BadRequest, message);

    public static TransportException TooLarge(int bytesMax) => new(
        StatusCodes.Status413PayloadTooLarge, TransportErrorCodes.PayloadTooLarge, $"The body exceeds {bytesMax} bytes.");

    public static TransportException NotAcceptable() => new(StatusCodes.Status406NotAcceptable, TransportErrorCodes.NotAcceptable,
        "Accept must allow application/graphql-response+json, application/json, multipart/mixed or text/event-stream.");

    public static TransportException Unauthenticated() =>
        new(StatusCodes.Status401Unauthorized, TransportErrorCodes.Unauthenticated, "The bearer token is not valid.");

    public static TransportException TooManyConnections() => new(StatusCodes.Status503ServiceUnavailable,
        TransportErrorCodes.TooManyConnections, "There are too many connections.");
}
