using System.Text.Json;
using System.Text.Json.Nodes;

namespace Jobs.Conformance.Checking;

/// <summary>The data of two responses: keys in the same order, numbers by value, arguments in JSON text by what it says.</summary>
internal static class ResponseData
{
    public static bool AreSame(JsonNode? one, JsonNode? other, bool inOrder = true) => (one, other) switch
    {
        (null, null) => true,
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => AreSame(pair.First, pair.Second, inOrder)),
        (JsonObject a, JsonObject b) => AreSame(a, b, inOrder),
        (JsonValue a, JsonValue b) when a.GetValueKind() == b.GetValueKind() => a.GetValueKind() switch
        {
            JsonValueKind.Number => (double)a == (double)b,
            JsonValueKind.String => AreSame(Documents.Text(a), Documents.Text(b)),
            _ => true,
        },
        _ => false,
    };

    private static bool AreSame(JsonObject one, JsonObject other, bool inOrder)
    {
        if (one.Count != other.Count) return false;
        if (inOrder && !one.Select(field => field.Key).SequenceEqual(other.Select(field => field.Key))) return false;
        return one.All(field => other.ContainsKey(field.Key) && AreSame(field.Value, other[field.Key], inOrder));
    }

    private static bool AreSame(string one, string other)
    {
        if (one == other) return true;
        return one.StartsWith('{') && other.StartsWith('{')
            && AreSame(JsonNode.Parse(one), JsonNode.Parse(other), inOrder: false);
    }
}
