using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Jobs.Api.Transport;

/// <summary>
/// Reads what nearly every client sends, one object of known members each once, in one pass: a document of it, and looking its
/// members up there, costs more than executing a small operation. Everything else is left to
/// <see cref="RequestParameters.FromJson"/>, and so is what is to be said about it.
/// </summary>
public static class PlainRequest
{
    // What is large is read from borrowed memory (BodyBytes); here it would be copied to memory of its own.
    private const int BytesMax = 16 * 1024;

    [Flags]
    private enum Members
    {
        None = 0,
        Query = 1,
        DocumentId = 2,
        OperationName = 4,
        Variables = 8,
        Extensions = 16,
    }

    /// <param name="json">Nothing of it is kept.</param>
    /// <param name="depthMax">Lists and objects within each other.</param>
    /// <returns>Null: it is something else, or nothing that may be sent.</returns>
    public static RequestParameters? Read(in ReadOnlySequence<byte> json, int depthMax)
    {
        if (json.IsSingleSegment) return Read(json.FirstSpan, depthMax);
        return json.Length > BytesMax ? null : Read(json.ToArray(), depthMax);
    }

    private static RequestParameters? Read(ReadOnlySpan<byte> json, int depthMax)
    {
        if (json.Length > BytesMax || !Utf8.IsValid(json)) return null;
        if (json.IndexOf("\\u"u8) >= 0) return null; // Half of a surrogate pair may hide there, which is no text.
        try
        {
            return ReadObject(json, depthMax);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static RequestParameters? ReadObject(ReadOnlySpan<byte> json, int depthMax)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = depthMax });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
        var seen = Members.None;
        byte[]? query = null;
        string? documentId = null, operationName = null;
        JsonElement variables = default, extensions = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = MemberAt(reader);
            if (member == Members.None || seen.HasFlag(member)) return null;
            seen |= member;
            reader.Read();
            switch (member, reader.TokenType)
            {
                case (_, JsonTokenType.Null): break;
                case (Members.Query, JsonTokenType.String): query = RequestParameters.Utf8At(reader); break;
                case (Members.DocumentId, JsonTokenType.String): documentId = reader.GetString(); break;
                case (Members.OperationName, JsonTokenType.String): operationName = reader.GetString(); break;
                case (Members.Variables, JsonTokenType.StartObject): variables = ObjectAt(ref reader, json, depthMax); break;
                case (Members.Extensions, JsonTokenType.StartObject): extensions = ObjectAt(ref reader, json, depthMax); break;
                default: return null;
            }
        }

        if (reader.Read()) return null;
        return new RequestParameters
        {
            Query = query,
            DocumentId = documentId,
            OperationName = operationName,
            Variables = variables,
            Extensions = extensions,
        };
    }

    private static Members MemberAt(in Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("query"u8)) return Members.Query;
        if (reader.ValueTextEquals("variables"u8)) return Members.Variables;
        if (reader.ValueTextEquals("operationName"u8)) return Members.OperationName;
        if (reader.ValueTextEquals("extensions"u8)) return Members.Extensions;
        return reader.ValueTextEquals("documentId"u8) ? Members.DocumentId : Members.None;
    }

    /// <summary>An object of its own, which nobody gives back; undefined if it is empty, which means the same.</summary>
    private static JsonElement ObjectAt(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, int depthMax)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        var text = json[start..(int)reader.BytesConsumed];
        return text.Length == "{}".Length ? default : JsonElement.Parse(text, RequestJson.OptionsFor(depthMax));
    }
}
