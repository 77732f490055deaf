using System.Text.Json.Nodes;
using Jobs.GraphQL.Language;

namespace Jobs.Conformance;

/// <summary>Reads a document and writes it back.</summary>
internal static class PrintCase
{
    public static JsonObject Answer(JsonObject request)
    {
        try
        {
            return new JsonObject { ["ok"] = true, ["printed"] = Printer.Print(Documents.Parse(request["source"]!)) };
        }
        catch (SyntaxException e)
        {
            return new JsonObject { ["ok"] = false, ["error"] = Documents.Error(e) };
        }
    }
}
