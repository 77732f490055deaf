using System.Text.Json.Nodes;

namespace Jobs.Conformance.Checking;

/// <summary>An introspection result without what is free: built-in types and directives, the order of named things.</summary>
internal static class IntrospectionData
{
    private static readonly HashSet<string> Scalars = ["Int", "Float", "String", "Boolean", "ID"];
    private static readonly HashSet<string> Directives = ["skip", "include", "deprecated", "specifiedBy", "oneOf", "defer", "stream"];

    public static JsonNode? Of(JsonNode? data) => data switch
    {
        JsonArray list => new JsonArray([.. Sorted(list.Select(Of).Where(item => !IsBuiltIn(item)).ToList())]),
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, OfField(field.Key, field.Value)))),
        _ => data?.DeepClone(),
    };

    private static JsonNode? OfField(string name, JsonNode? value) =>
        name == "defaultValue" && value is JsonValue literal
            ? string.Join(' ', PrintedText.TokensOf(Documents.Text(literal)))
            : Of(value);

    private static IEnumerable<JsonNode?> Sorted(List<JsonNode?> list)
    {
        if (list.All(item => NameOf(item) is not null))
            return list.OrderBy(NameOf, StringComparer.Ordinal).ThenBy(item => item!.ToJsonString(), StringComparer.Ordinal);
        return list.All(item => item is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String)
            ? list.OrderBy(item => (string?)item, StringComparer.Ordinal)
            : list;
    }

    private static bool IsBuiltIn(JsonNode? item)
    {
        if (NameOf(item) is not { } name) return false;
        var fields = item!.AsObject();
        if (name.StartsWith("__", StringComparison.Ordinal)) return true;
        if (Scalars.Contains(name)) return fields.Count == 1 || (string?)fields["kind"] == "SCALAR";
        return Directives.Contains(name) && (fields.ContainsKey("locations") || fields.ContainsKey("isRepeatable")
            || (fields.ContainsKey("args") && !fields.ContainsKey("type")));
    }

    private static string? NameOf(JsonNode? item) =>
        (item as JsonObject)?["name"] is JsonValue name && name.TryGetValue<string>(out var text) ? text : null;
}
