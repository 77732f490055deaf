namespace Jobs.GraphQL.Tests.Execution;

public sealed class ValueCompletionTests
{
    private const string Sdl = """
        enum Color { RED GREEN }
        scalar Any
        interface Node { id: ID }
        type A implements Node { id: ID }
        type B implements Node { id: ID }
        type C { id: ID }
        union U = A | C
        type Query {
          int: Int float: Float text: String flag: Boolean id: ID color: Color any: Any ints: [[Int]] node: Node u: U a: A
        }
        """;

    private static readonly int[]?[] Ints = [[1, 2], null, []];

    public static TheoryData<string, object?, string> Leaves => new()
    {
        { "int", 7, "7" },
        { "int", (byte)7, "7" },
        { "int", 7L, "7" },
        { "float", 0.1, "0.1" },
        { "float", 3, "3" },
        { "float", 2.50m, "2.5" },
        { "text", "역삼1동 \"<b>\" \u0001", """
            "역삼1동 \"<b>\" \u0001"
            """ },
        { "flag", false, "false" },
        { "id", 12, "\"12\"" },
        { "id", "a", "\"a\"" },
        { "color", "RED", "\"RED\"" },
        { "any", new Dictionary<string, object?> { ["a"] = new object?[] { 1, null, "x", 1.5m } }, """{"a":[1,null,"x",1.5]}""" },
        { "ints", Ints, "[[1,2],null,[]]" },
        { "int", null, "null" },
    };

    [Theory]
    [MemberData(nameof(Leaves))]
    public async Task Values_are_written_as_their_type_says(string field, object? value, string json)
    {
        var engine = new TestEngine(Sdl).Field($"Query.{field}", _ => value);
        Assert.Equal($$$"""{"data":{"{{{field}}}":{{{json}}}}}""", await engine.SendAsync($"{{ {field} }}"));
    }

    [Theory]
    [InlineData("int", 7.5, "Int cannot represent non-integer value: 7.5")]
    [InlineData("int", 3000000000L, "Int cannot represent non 32-bit signed integer value: 3000000000")]
    [InlineData("int", "7", "Int cannot represent non-integer value: \\\"7\\\"")]
    [InlineData("float", double.NaN, "Float cannot represent non numeric value: NaN")]
    [InlineData("text", 7, "String cannot represent value: 7")]
    [InlineData("flag", "true", "Boolean cannot represent a non boolean value: \\\"true\\\"")]
    [InlineData("color", "BLUE", "Enum \\\"Color\\\" cannot represent value: \\\"BLUE\\\"")]
    [InlineData("ints", "12", "Expected Iterable, but did not find one for field \\\"Query.ints\\\".")]
    public async Task A_value_that_the_type_cannot_have_is_an_error_of_its_field(string field, object value, string message)
    {
        var engine = new TestEngine(Sdl).Field($"Query.{field}", _ => value);
        Assert.StartsWith(
            $$"""{"errors":[{"message":"{{message}}","locations":[{"line":1,"column":3}],"path":["{{field}}"]""",
            await engine.SendAsync($"{{ {field} }}"));
    }

    [Theory]
    [InlineData("node", "B", """{"data":{"node":{"__typename":"B"}}}""")]
    [InlineData("u", "C", """{"data":{"u":{"__typename":"C"}}}""")]
    public async Task The_value_decides_the_object_type(string field, string type, string response)
    {
        var engine = new TestEngine(Sdl)
            .Field($"Query.{field}", _ => new object()).TypeOf("Node", _ => type).TypeOf("U", _ => type);
        Assert.Equal(response, await engine.SendAsync($"{{ {field} {{ __typename }} }}"));
    }

    [Theory]
    [InlineData("C", "Runtime Object type \\\"C\\\" is not a possible type for \\\"Node\\\".")]
    [InlineData(null, "Abstract type \\\"Node\\\" must resolve to an Object type at runtime for field \\\"Query.node\\\".")]
    public async Task A_value_of_no_possible_type_is_an_error(string? type, string message)
    {
        var engine = new TestEngine(Sdl).Field("Query.node", _ => new object()).TypeOf("Node", _ => type);
        Assert.Contains($"\"message\":\"{message}", await engine.SendAsync("{ node { id } }"));
    }

    [Fact]
    public async Task An_enumerable_that_throws_fails_its_field_only()
    {
        static IEnumerable<object?> Broken()
        {
            yield return 1;
            throw new GraphQLException("broken", "X");
        }

        var engine = new TestEngine(Sdl).Field("Query.ints", _ => Broken()).Field("Query.int", _ => 1);
        Assert.EndsWith(""","data":{"ints":null,"int":1}}""", await engine.SendAsync("{ ints int }"));
    }
}
