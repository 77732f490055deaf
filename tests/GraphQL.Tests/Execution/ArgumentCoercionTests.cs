using System.Text.Json;

namespace Jobs.GraphQL.Tests.Execution;

public sealed class ArgumentCoercionTests
{
    private readonly TestEngine _engine = new TestEngine("""
        scalar Any
        input Point { x: Int! y: Int = 2 }
        input Choice @oneOf { id: ID text: String }
        type Query { f(int: Int! = 1, list: [Int], point: Point, any: Any, choice: Choice): String }
        """).Field("Query.f", context => JsonSerializer.Serialize(context.Arguments));

    [Theory]
    [InlineData("", """{"int":1}""")]
    [InlineData("int: 5", """{"int":5}""")]
    [InlineData("list: 3", """{"int":1,"list":[3]}""")]
    [InlineData("list: [1, $absent]", """{"int":1,"list":[1,null]}""")]
    [InlineData("point: {x: 1}", """{"int":1,"point":{"x":1,"y":2}}""")]
    [InlineData("point: {x: 1, y: $absent}", """{"int":1,"point":{"x":1,"y":2}}""")]
    [InlineData("point: {x: 1, y: null}", """{"int":1,"point":{"x":1,"y":null}}""")]
    [InlineData("any: {a: [$n, RED], b: $absent}", """{"int":1,"any":{"a":[4,"RED"]}}""")]
    [InlineData("choice: {id: 7}", """{"int":1,"choice":{"id":"7"}}""")]
    public async Task Literals_defaults_and_variables_become_arguments(string arguments, string seen)
    {
        var response = await _engine.SendAsync(
            $"query ($n: Int = 4, $absent: Int) {{ {(arguments.Length == 0 ? "f" : $"f({arguments})")} "
            + "n: f(int: $n) a: f(list: [$absent]) }");
        using var json = JsonDocument.Parse(response);
        Assert.Equal(seen, json.RootElement.GetProperty("data").GetProperty("f").GetString());
    }

    [Fact]
    public async Task Null_for_a_non_null_argument_with_a_default_is_an_error_of_the_field()
    {
        Assert.Equal(
            """
            {"errors":[{"message":"Argument \"Query.f(int:)\" has invalid value:
             Expected variable \"$v\" provided to non-null type \"Int!\" not to be null.",
            "locations":[{"line":1,"column":30}],"path":["f"],"extensions":{"code":"BAD_USER_INPUT"}}],"data":{"f":null}}
            """.ReplaceLineEndings(""),
            await _engine.SendAsync("query ($v: Int = 1) { f(int: $v) }", """{"v":null}"""));
    }

    [Fact]
    public async Task A_variable_can_be_the_one_field_of_a_one_of_object()
    {
        var response = await _engine.SendAsync("query ($v: ID!) { f(choice: {id: $v}) }", """{"v":"a"}""");
        Assert.Equal("""{"data":{"f":"{\"int\":1,\"choice\":{\"id\":\"a\"}}"}}""", response);
    }

    [Theory]
    [InlineData("Int", "1", """{"v":1}""")]
    [InlineData("ID", "1", """{"v":"1"}""")]
    [InlineData("[ID]", "1", """{"v":["1"]}""")]
    [InlineData("[ID]", """["a",1,null]""", """{"v":["a","1",null]}""")]
    [InlineData("Point", """{"x":1}""", """{"v":{"x":1,"y":2}}""")]
    [InlineData("[[Point!]]", """{"x":1,"y":null}""", """{"v":[[{"x":1,"y":null}]]}""")]
    [InlineData("Any", """{"z":[1.5,{"x":1}]}""", """{"v":{"z":[1.5,{"x":1}]}}""")]
    [InlineData("Point", "null", """{"v":null}""")]
    public async Task Inside_a_custom_scalar_a_variable_is_what_its_type_makes_of_it(string type, string given, string seen)
    {
        var document = $"query ($v: {type}) {{ f(any: {{v: $v}}) }}";
        var response = await _engine.SendAsync(document, $$"""{"v":{{given}}}""");
        using var json = JsonDocument.Parse(response);
        Assert.Equal(
            $$"""{"int":1,"any":{{seen}}}""", json.RootElement.GetProperty("data").GetProperty("f").GetString());
    }

    [Fact]
    public async Task So_is_its_default()
    {
        var response = await _engine.SendAsync("query ($v: [Point] = {x: 1}, $w: ID = 7) { f(any: [$v, $w]) }");
        using var json = JsonDocument.Parse(response);
        Assert.Equal(
            """{"int":1,"any":[[{"x":1,"y":2}],"7"]}""",
            json.RootElement.GetProperty("data").GetProperty("f").GetString());
    }

    [Fact]
    public async Task A_custom_scalar_takes_numbers_of_any_length()
    {
        var response = await _engine.SendAsync("{ f(any: 123456789012345678901234567890) }");
        Assert.Equal("""{"data":{"f":"{\"int\":1,\"any\":1.2345678901234568E+29}"}}""", response);
    }
}
