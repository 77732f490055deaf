using System.Text.Json.Nodes;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.Conformance;

/// <summary>Builds a type system and writes it as SDL.</summary>
internal static class PrintSchemaCase
{
    public static JsonObject Answer(JsonObject request)
    {
        try
        {
            return SchemaBuilder.Build(Documents.Parse(request["sdl"]!)).Schema is { } schema
                ? new JsonObject { ["ok"] = true, ["printed"] = SchemaPrinter.Print(schema) }
                : new JsonObject { ["ok"] = false };
        }
        catch (SyntaxException)
        {
            return new JsonObject { ["ok"] = false };
        }
    }
}
