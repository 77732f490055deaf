using Jobs.Api.Transport;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Jobs.Api.Http;

/// <summary>What the headers of a GraphQL request must say before its body is looked at.</summary>
public static class RequestRules
{
    private const string Json = "application/json";

    /// <exception cref="TransportException">The request is refused.</exception>
    public static void Check(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method)) CheckBodyType(context);
        else if (IsRead(request)) CheckOrigin(request);
        else
        {
            context.Response.Headers.Allow = "GET, HEAD, POST";
            throw new TransportException(StatusCodes.Status405MethodNotAllowed, TransportErrorCodes.MethodNotAllowed,
                "Use POST, or GET for queries.");
        }
    }

    /// <summary>GET, or HEAD: the same without a body in the answer.</summary>
    public static bool IsRead(HttpRequest request) => !HttpMethods.IsPost(request.Method) // Most are, and that is told at once.
        && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));

    /// <summary>
    /// JSON only: a page of another site can send the "simple" content types without asking first, but not this one.
    /// </summary>
    private static void CheckBodyType(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers.ContentType is [{ } text] && (text == Json || IsJson(text))
            && (StringValues.IsNullOrEmpty(headers.ContentEncoding) || headers.ContentEncoding == "identity"))
            return;
        context.Response.Headers.Accept = "application/json";
        throw new TransportException(StatusCodes.Status415UnsupportedMediaType, TransportErrorCodes.UnsupportedMediaType,
            "Send the body as Content-Type: application/json in UTF-8, not compressed.");
    }

    private static bool IsJson(string text) => MediaTypeHeaderValue.TryParse(text, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) && ResponseMediaType.IsUtf8(type.Charset);

    /// <summary>
    /// A GET only reads, and no cookie signs anybody in, so a forged one learns and changes nothing. What remains, another
    /// site's page making browsers send expensive queries through an image or a script, is recognised by what browsers say.
    /// </summary>
    private static void CheckOrigin(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] == "cross-site" && request.Headers["Sec-Fetch-Mode"] == "no-cors")
            throw new TransportException(StatusCodes.Status403Forbidden, TransportErrorCodes.CrossSiteRequest,
                "A page of another site cannot embed this address.");
    }
}
