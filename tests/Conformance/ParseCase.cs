using System.Text.Json.Nodes;
using Jobs.GraphQL.Language;

namespace Jobs.Conformance;

/// <summary>Is this text a document?</summary>
internal static class ParseCase
{
    public static JsonObject Answer(JsonObject request)
    {
        try
        {
            Documents.Parse(request["source"]!);
            return new JsonObject { ["ok"] = true };
        }
        catch (SyntaxException e)
        {
            return new JsonObject { ["ok"] = false, ["error"] = Documents.Error(e) };
        }
    }
}
