using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>Turns SDL into a schema.</summary>
public static class SchemaBuilder
{
    /// <summary>The definitions and extensions of a whole type system; the result has either a schema or errors.</summary>
    public static SchemaBuildResult Build(DocumentNode sdl)
    {
        var schema = new TypeSystemAssembly(sdl).Assemble();
        return new SchemaBuildResult(schema, []);
    }
}
