using System.Text.Json.Nodes;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;
using Jobs.GraphQL.Validation;

namespace Jobs.Conformance;

/// <summary>Is this document valid against this type system?</summary>
internal static class ValidateCase
{
    public static JsonObject Answer(JsonObject request)
    {
        var schema = SchemaBuilder.Build(Documents.Parse(request["sdl"]!)).Schema
            ?? throw new InvalidOperationException("The type system of the case is not valid.");
        DocumentNode query;
        try
        {
            query = Documents.Parse(request["query"]!);
        }
        catch (SyntaxException e)
        {
            return new JsonObject { ["ok"] = false, ["errors"] = new JsonArray(Documents.Error(e)) };
        }

        var options = new ValidationOptions
        {
            MaxErrors = 0,
            Rules = request["rules"]?.AsArray().Select(rule => (string)rule!).ToHashSet(),
        };
        var errors = DocumentValidator.Validate(schema, query, options);
        return new JsonObject { ["ok"] = errors.Count == 0, ["errors"] = new JsonArray([.. errors.Select(Documents.Error)]) };
    }
}
