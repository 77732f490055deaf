using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jobs.GraphQL;
using Jobs.GraphQL.Language;

namespace Jobs.Conformance;

/// <summary>Documents of requests, and what is wrong with them in the protocol's form.</summary>
internal static class Documents
{
    /// <summary>Cases have many more tokens than a client may send; how deep they nest is limited as for anyone.</summary>
    public static readonly ParserOptions Limits = ParserOptions.TypeSystem;

    /// <exception cref="SyntaxException">The text is no document.</exception>
    public static DocumentNode Parse(JsonNode text) => Parser.Parse(new Source(Text(text)), Limits);

    public static JsonObject Error(SyntaxException e) => Error(e.Message, [e.Location]);

    public static JsonObject Error(GraphQLError error) => Error(error.Message, error.Locations);

    private static JsonObject Error(string message, IEnumerable<SourceLocation> locations) => new()
    {
        ["message"] = message,
        ["locations"] = new JsonArray([.. locations.Select(at => new JsonObject { ["line"] = at.Line, ["column"] = at.Column })]),
    };

    /// <summary>A lone surrogate may be escaped in JSON, and the reader refuses to make a string of it: then by hand.</summary>
    public static string Text(JsonNode node)
    {
        if (!node.AsValue().TryGetValue<JsonElement>(out var element)) return node.GetValue<string>();
        var json = element.GetRawText();
        if (!json.Contains("\\u", StringComparison.Ordinal)) return node.GetValue<string>();
        var text = new StringBuilder(json.Length);
        for (var i = 1; i < json.Length - 1; i++)
        {
            if (json[i] != '\\')
            {
                text.Append(json[i]);
                continue;
            }

            var escape = json[++i];
            text.Append(escape switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(json.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                _ => escape,
            });
            if (escape == 'u') i += 4;
        }

        return text.ToString();
    }
}
