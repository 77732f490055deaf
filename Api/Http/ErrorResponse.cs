using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jobs.Api.Errors;
using Jobs.GraphQL;

namespace Jobs.Api.Http;

/// <summary>Writes a response that has errors and no data: the request did not get as far as a field.</summary>
public static class ErrorResponse
{
    // No answer is taken for HTML: every one says its type, and nosniff.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(
        HttpContext context, ResponseMediaType mediaType, int status, GraphQLError error)
    {
        if (error.Code != ErrorCodes.InternalServerError)
            context.RequestServices.GetService<ErrorCapture>()?.CountExpected(error.Code);
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType.ContentType;
        // The rest of such a body is not read, so the connection ends here: say so, or the client's next request dies on it.
        if (status is StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType
            && HttpProtocol.IsHttp11(context.Request.Protocol))
            context.Response.Headers.Connection = "close";
        var body = new ResponseBytes();
        WriteTo(body, error);
        await context.Response.SendAsync(body, context.RequestAborted);
    }

    public static void WriteTo(IBufferWriter<byte> output, GraphQLError error)
    {
        using var json = new Utf8JsonWriter(output, Readable);
        json.WriteStartObject();
        json.WriteStartArray("errors");
        Write(json, error);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, GraphQLError error)
    {
        json.WriteStartObject();
        json.WriteString("message", error.Message);
        json.WriteStartObject("extensions");
        json.WriteString("code", error.Code);
        foreach (var (name, value) in error.Extensions ?? new Dictionary<string, object?>())
            json.WriteString(name, value?.ToString());
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
