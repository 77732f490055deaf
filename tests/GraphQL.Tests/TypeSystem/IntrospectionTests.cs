using Jobs.GraphQL.Execution;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Tests.TypeSystem;

/// <summary>What a schema says about itself, resolver by resolver.</summary>
public sealed class IntrospectionTests
{
    private static readonly GraphQLSchema Schema = Sdl.Schema(
        """
        type Query { posts(size: Int = 20, filter: Filter = { wage: [DAILY] }, old: Int @deprecated): [Node!] }
        interface Node { id: ID! }
        type Post implements Node { id: ID! title: String @deprecated(reason: "Use name.") }
        input Filter @oneOf { wage: [Wage!] }
        enum Wage { HOURLY @deprecated DAILY }
        scalar Time @specifiedBy(url: "https://time.example")
        """);

    [Fact]
    public void Deprecated_elements_are_shown_only_on_request()
    {
        var posts = Schema.QueryType!.Fields[0];
        Assert.Equal(["size", "filter"], Names(Answer(posts, "args", includeDeprecated: false)));
        Assert.Equal(["size", "filter", "old"], Names(Answer(posts, "args", includeDeprecated: true)));
        Assert.Equal(["id"], Names(Answer(Schema.FindType("Post")!, "fields", includeDeprecated: false)));
        Assert.Equal(["DAILY"], Names(Answer(Schema.FindType("Wage")!, "enumValues", includeDeprecated: false)));
    }

    [Fact]
    public void Types_say_what_they_are()
    {
        Assert.Equal("INTERFACE", Answer(Schema.FindType("Node")!, "kind"));
        Assert.Equal(["Post"], Names(Answer(Schema.FindType("Node")!, "possibleTypes")));
        Assert.Equal(true, Answer(Schema.FindType("Filter")!, "isOneOf"));
        Assert.Null(Answer(Schema.FindType("Wage")!, "isOneOf"));
        Assert.Equal("https://time.example", Answer(Schema.FindType("Time")!, "specifiedByURL"));
        var list = Schema.QueryType!.Fields[0].Type;
        Assert.Equal("LIST", Answer(list, "kind"));
        Assert.Null(Answer(list, "name"));
        Assert.Equal("NON_NULL", Answer(Answer(list, "ofType")!, "kind"));
    }

    [Fact]
    public void Defaults_are_shown_as_literals()
    {
        var arguments = Schema.QueryType!.Fields[0].Arguments;
        Assert.Equal("20", Answer(arguments[0], "defaultValue"));
        Assert.Equal("{ wage: [DAILY] }", Answer(arguments[1], "defaultValue"));
        Assert.Equal("\"No longer supported\"", Answer(BuiltInDirectives.Deprecated.Arguments[0], "defaultValue"));
    }

    [Fact]
    public void Every_schema_has_the_introspection_types_and_built_in_scalars()
    {
        Assert.Same(Introspection.TypeType, Schema.FindType("__Type"));
        Assert.Same(BuiltInScalars.Float, Schema.FindType("Float"));
        Assert.Same(Schema, Resolve(Introspection.Schema, parent: null));
    }

    private static IEnumerable<string> Names(object? elements) => ((IEnumerable<object>)elements!).Select(element =>
        (string)element.GetType().GetProperty("Name")!.GetValue(element)!);

    private static object? Answer(object parent, string field, bool includeDeprecated = false)
    {
        var type = parent switch
        {
            GraphQLType => Introspection.TypeType,
            FieldDefinition => Introspection.FieldType,
            _ => Introspection.InputValueType,
        };
        return Resolve(type.Fields.Find(field)!, parent, includeDeprecated);
    }

    private static object? Resolve(FieldDefinition field, object? parent, bool includeDeprecated = false)
    {
        var answer = field.Resolver!(new ResolverContext
        {
            Schema = Schema,
            ParentType = Schema.QueryType!,
            Field = field,
            Parent = parent,
            Arguments = new Dictionary<string, object?> { ["includeDeprecated"] = includeDeprecated },
            Services = null!,
        });
        if (!answer.IsCompletedSuccessfully) throw new InvalidOperationException("Introspection must answer synchronously.");
        return answer.Result;
    }
}
