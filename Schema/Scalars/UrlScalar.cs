using System.Text.Json;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;

namespace Jobs.Schema;

/// <summary>An absolute https address; http only on the developer's own machine.</summary>
public sealed class UrlScalar : ScalarCoercion
{
    public override Type RuntimeType => typeof(Uri);

    public override object? ParseValue(JsonElement value) =>
        Read(value.ValueKind == JsonValueKind.String ? value.GetString() : null);

    public override object? ParseLiteral(ValueNode literal) => Read((literal as StringValueNode)?.Value);

    public override object? Serialize(object value) =>
        value is Uri { IsAbsoluteUri: true } url
            ? url.AbsoluteUri
            : throw new CoercionException("URL cannot represent a relative address.");

    private static Uri Read(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
            ? url
            : throw new CoercionException("URL must be an absolute https address.");
}
