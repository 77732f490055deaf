using System.Buffers;
using System.Text.Json;
using Jobs.Api.Connections;
using Jobs.GraphQL;

namespace Jobs.Api.WebSockets;

/// <summary>Writes the messages of the server.</summary>
internal static class ServerMessage
{
    public static readonly byte[] Ping = [.. """{"type":"ping"}"""u8];

    /// <summary>
    /// Tells what a client may want to know of this server: after how long a silence it asks, and how much it carries.
    /// </summary>
    public static void WriteConnectionAck(PooledBuffer output, int pingSeconds, int operationsMax)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("type", "connection_ack");
        json.WriteStartObject("payload");
        json.WriteNumber("pingSeconds", pingSeconds);
        json.WriteNumber("operationsMax", operationsMax);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The answer to a ping, with whatever the ping carried.</summary>
    public static void WritePong(PooledBuffer output, JsonElement payload)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("type", "pong");
        if (payload.ValueKind == JsonValueKind.Object)
        {
            json.WritePropertyName("payload");
            payload.WriteTo(json);
        }
        json.WriteEndObject();
    }

    public static void WriteNext(PooledBuffer output, JsonEncodedText id, GraphQLResult result)
    {
        WriteHead(output, id, "next"u8);
        output.Write(",\"payload\":"u8);
        result.WriteTo(output);
        output.Write("}"u8);
    }

    public static void WriteError(PooledBuffer output, JsonEncodedText id, IReadOnlyList<GraphQLError> errors)
    {
        WriteHead(output, id, "error"u8);
        output.Write(",\"payload\":"u8);
        GraphQLError.WriteList(output, errors);
        output.Write("}"u8);
    }

    public static void WriteComplete(PooledBuffer output, JsonEncodedText id)
    {
        WriteHead(output, id, "complete"u8);
        output.Write("}"u8);
    }

    private static void WriteHead(PooledBuffer output, JsonEncodedText id, ReadOnlySpan<byte> type)
    {
        output.Write("{\"id\":\""u8);
        output.Write(id.EncodedUtf8Bytes);
        output.Write("\",\"type\":\""u8);
        output.Write(type);
        output.Write("\""u8);
    }
}
