using System.Text.Json.Nodes;
using Jobs.GraphQL.Language;

namespace Jobs.Conformance;

/// <summary>Documents of requests, and what is wrong with them in the protocol's form.</summary>
internal static class Documents
{
    /// <summary>Cases have many more tokens than a client may send; how deep they nest is limited as for anyone.</summary>
    private static readonly ParserOptions Options = new() { MaxTokens = 1_000_000, MaxBytes = 16 << 20 };

    /// <exception cref="SyntaxException">The text is no document.</exception>
    public static DocumentNode Parse(JsonNode text) => Parser.Parse(new Source(text.GetValue<string>()), Options);

    public static JsonObject Error(SyntaxException e) => new()
    {
        ["message"] = e.Message,
        ["locations"] = new JsonArray(new JsonObject { ["line"] = e.Location.Line, ["column"] = e.Location.Column }),
    };
}
