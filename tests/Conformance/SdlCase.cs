using System.Text.Json.Nodes;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.Conformance;

/// <summary>Is this a valid type system?</summary>
internal static class SdlCase
{
    public static JsonObject Answer(JsonObject request)
    {
        try
        {
            var errors = SchemaBuilder.Build(Documents.Parse(request["sdl"]!)).Errors;
            return new JsonObject { ["ok"] = errors.Count == 0, ["errors"] = new JsonArray([.. errors.Select(Documents.Error)]) };
        }
        catch (SyntaxException e)
        {
            return new JsonObject { ["ok"] = false, ["errors"] = new JsonArray(Documents.Error(e)) };
        }
    }
}
