using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Tests.TypeSystem;

/// <summary>Schemas written as SDL.</summary>
public sealed class SchemaPrinterTests
{
    [Fact]
    public void Extensions_are_merged_and_descriptions_laid_out()
    {
        var schema = Sdl.Schema(
            """"
            "A job board." schema { query: Query }
            extend type Query { feed(
              "At most 50."
              first: Int = 20 after: ID): [Post!]! }
            type Query { "One post." post(id: ID!): Post @deprecated }
            """Several
              lines"""
            type Post implements Node { id: ID! wage: Wage @deprecated(reason: "Use \"pay\".") }
            interface Node { id: ID! }
            enum Wage { HOURLY "By the day." DAILY }
            scalar Time @specifiedBy(url: "https://time.example")
            input Place @oneOf { id: ID name: String }
            union Owner = Post
            directive @cost(weight: Int! = 1) repeatable on FIELD_DEFINITION | OBJECT
            """");
        Assert.Equal(
            """"
            """A job board."""
            schema {
              query: Query
            }

            directive @cost(weight: Int! = 1) repeatable on FIELD_DEFINITION | OBJECT

            type Query {
              """One post."""
              post(id: ID!): Post @deprecated
              feed(
                """At most 50."""
                first: Int = 20
                after: ID
              ): [Post!]!
            }

            """
            Several
            lines
            """
            type Post implements Node {
              id: ID!
              wage: Wage @deprecated(reason: "Use \"pay\".")
            }

            interface Node {
              id: ID!
            }

            enum Wage {
              HOURLY

              """By the day."""
              DAILY
            }

            scalar Time @specifiedBy(url: "https://time.example")

            input Place @oneOf {
              id: ID
              name: String
            }

            union Owner = Post
            """",
            SchemaPrinter.Print(schema));
    }

    [Fact]
    public void A_schema_definition_is_written_when_a_type_only_looks_like_a_root()
    {
        var schema = Sdl.Schema("schema { query: Query } type Query { a: Int } type Mutation { b: Int }");
        Assert.StartsWith("schema {\n  query: Query\n}\n", SchemaPrinter.Print(schema), StringComparison.Ordinal);
    }

    [Fact]
    public void The_service_s_own_schema_builds_and_survives_being_printed()
    {
        var schema = Sdl.Schema(File.ReadAllText(OwnSchemaPath()));
        var printed = SchemaPrinter.Print(schema);
        Assert.Equal(printed, SchemaPrinter.Print(Sdl.Schema(printed)));
    }

    private static string OwnSchemaPath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "schema.graphql")))
            folder = folder.Parent ?? throw new FileNotFoundException("schema.graphql is at the root of the repository.");
        return Path.Combine(folder.FullName, "schema.graphql");
    }
}
