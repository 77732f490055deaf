using System.Text.Json;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Execution;

/// <summary>A variable's JSON value as the literal that would say the same.</summary>
internal static class JsonLiteral
{
    public static ValueNode Of(JsonElement value)
    {
        return value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False =>
                new BooleanValueNode(Source.None, 0, 0, value.ValueKind == JsonValueKind.True),
            JsonValueKind.String => new StringValueNode(Source.None, 0, 0, value.GetString()!, isBlock: false),
            JsonValueKind.Number => Number(value.GetRawText()),
            JsonValueKind.Array => new ListValueNode(Source.None, 0, 0, [.. value.EnumerateArray().Select(Of)]),
            JsonValueKind.Object => new ObjectValueNode(Source.None, 0, 0, [.. value.EnumerateObject().Select(Field)]),
            _ => new NullValueNode(Source.None, 0, 0),
        };
    }

    private static ValueNode Number(string text) =>
        text.AsSpan().ContainsAny('.', 'e', 'E')
            ? new FloatValueNode(Source.None, 0, 0, text)
            : new IntValueNode(Source.None, 0, 0, text);

    private static ObjectFieldNode Field(JsonProperty property) =>
        new(Source.None, 0, 0, new NameNode(Source.None, 0, 0, property.Name), Of(property.Value));
}
