namespace Jobs.GraphQL.Tests.Execution;

public sealed class VariableCoercionTests
{
    private const string Sdl = """
        enum Color { RED GREEN }
        input Point { x: Int! y: Int! = 7 label: String }
        input Choice @oneOf { id: ID text: String }
        type Query {
          int(v: Int = 3): String list(v: [Int!]): String color(v: Color): String point(v: Point): String
          choice(v: Choice): String
        }
        """;

    private readonly TestEngine _engine = Echoing();

    [Theory]
    [InlineData("{}", """{"v":3}""")] // The argument's default.
    [InlineData("""{"v":null}""", """{"v":null}""")]
    [InlineData("""{"v":5}""", """{"v":5}""")]
    [InlineData("""{"v":1.0}""", """{"v":1}""")]
    public async Task Absent_null_and_given_are_three_cases(string variables, string seen)
    {
        Assert.Equal(Data("int", seen), await _engine.SendAsync("query ($v: Int) { int(v: $v) }", variables));
    }

    [Fact]
    public async Task A_default_of_the_variable_takes_the_place_of_a_value_that_is_not_given()
    {
        Assert.Equal(Data("int", """{"v":9}"""), await _engine.SendAsync("query ($v: Int = 9) { int(v: $v) }"));
    }

    [Theory]
    [InlineData("list", "[Int!]", """{"v":7}""", """{"v":[7]}""")]
    [InlineData("list", "[Int!]", """{"v":[7,8]}""", """{"v":[7,8]}""")]
    [InlineData("color", "Color", """{"v":"RED"}""", """{"v":"RED"}""")]
    [InlineData("point", "Point", """{"v":{"x":1}}""", """{"v":{"x":1,"y":7}}""")]
    [InlineData("point", "Point", """{"v":{"x":1,"label":null}}""", """{"v":{"x":1,"y":7,"label":null}}""")]
    [InlineData("choice", "Choice", """{"v":{"id":4}}""", """{"v":{"id":"4"}}""")]
    public async Task Values_become_what_the_type_says(string field, string type, string variables, string seen)
    {
        Assert.Equal(Data(field, seen), await _engine.SendAsync($"query ($v: {type}) {{ {field}(v: $v) }}", variables));
    }

    [Theory]
    [InlineData("Int!", "{}", "Expected a value of non-null type \\\"Int!\\\" to be provided.")]
    [InlineData("Int!", """{"v":null}""", "Expected value of non-null type \\\"Int!\\\" not to be null.")]
    [InlineData("Int", """{"v":"7"}""", "Int cannot represent non-integer value: \\\"7\\\"")]
    [InlineData("Int", """{"v":7.5}""", "Int cannot represent non-integer value: 7.5")]
    [InlineData("Int", """{"v":2147483648}""", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    public async Task What_does_not_fit_is_a_request_error_with_the_place_of_the_variable(
        string type, string variables, string problem)
    {
        Assert.Equal(
            $$$"""
            {"errors":[{"message":"Variable \"$v\" has invalid value: {{{problem}}}",
            "locations":[{"line":1,"column":8}],"extensions":{"code":"BAD_USER_INPUT"}}]}
            """.ReplaceLineEndings(""),
            await _engine.SendAsync($"query ($v: {type}) {{ int(v: $v) }}", variables));
    }

    [Fact]
    public async Task Every_problem_is_reported_with_its_path()
    {
        var response = await _engine.SendAsync(
            "query ($p: Point, $l: [Int!], $c: Choice) { point(v: $p) list(v: $l) choice(v: $c) }",
            """{"p":{"y":null,"z":1},"l":[1,null,"x"],"c":{"id":"a","text":"b"}}""");
        Assert.Contains("""to include required field \"x\", found: { y: null, z: 1 }.""", response);
        Assert.Contains("""\"$p\" has invalid value at .y: Expected value of non-null type \"Int!\" not to be null.""", response);
        Assert.Contains("""unknown field \"z\". Did you mean \"x\" or \"y\"? Found: { y: null, z: 1 }.""", response);
        Assert.Contains("""\"$l\" has invalid value at [1]: Expected value of non-null type""", response);
        Assert.Contains("""\"$l\" has invalid value at [2]: Int cannot represent non-integer value: """, response);
        Assert.Contains("""\"$c\" has invalid value: Within OneOf Input Object type \"Choice\", exactly one""", response);
    }

    [Fact]
    public async Task Text_that_is_not_Unicode_is_refused()
    {
        Assert.Equal(
            """{"errors":[{"message":"The variables hold text that is not Unicode.","extensions":{"code":"BAD_USER_INPUT"}}]}""",
            await _engine.SendAsync("query ($v: Color) { color(v: $v) }", """{"v":"\ud800"}"""));
    }

    [Fact]
    public async Task A_list_of_wrong_items_is_not_answered_with_as_many_errors()
    {
        var items = string.Join(",", Enumerable.Repeat("\"x\"", 1000));
        var response = await _engine.SendAsync("query ($v: [Int!]) { list(v: $v) }", $$"""{"v":[{{items}}]}""");
        Assert.Equal(50, response.Split("Int cannot represent").Length - 1);
        Assert.Contains("Too many errors processing variables, error limit reached. Execution aborted.", response);
    }

    private static TestEngine Echoing()
    {
        var engine = new TestEngine(Sdl);
        foreach (var field in (string[])["int", "list", "color", "point", "choice"])
            engine.Field($"Query.{field}", context => System.Text.Json.JsonSerializer.Serialize(context.Arguments));
        return engine;
    }

    private static string Data(string field, string arguments) =>
        $$$"""{"data":{"{{{field}}}":"{{{arguments.Replace("\"", "\\\"", StringComparison.Ordinal)}}}"}}""";
}
