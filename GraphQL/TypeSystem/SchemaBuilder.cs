using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem.SchemaRules;
using Jobs.GraphQL.TypeSystem.SdlRules;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>Turns SDL into a schema.</summary>
public static class SchemaBuilder
{
    /// <summary>The definitions and extensions of a whole type system; the result has either a schema or errors.</summary>
    /// <param name="sdl">All of it.</param>
    /// <param name="directives">Directives that the schema has even if it does not define them.</param>
    public static SchemaBuildResult Build(DocumentNode sdl, params IReadOnlyList<DirectiveDefinition> directives) =>
        SdlValidator.Validate(sdl) is { Count: > 0 } errors ? new SchemaBuildResult(null, errors) : Assemble(sdl, directives);

    /// <summary>The same of a document that obeys the SDL rules.</summary>
    internal static SchemaBuildResult Assemble(DocumentNode sdl, IReadOnlyList<DirectiveDefinition> directives)
    {
        var schema = new TypeSystemAssembly(sdl, directives).Assemble();
        var errors = SchemaValidator.Validate(schema);
        return new SchemaBuildResult(errors.Count == 0 ? schema : null, errors);
    }
}
