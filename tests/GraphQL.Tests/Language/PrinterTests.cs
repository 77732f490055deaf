using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Tests.Language;

/// <summary>The layout of the reference implementation, where it is a choice.</summary>
public class PrinterTests
{
    [Theory]
    [InlineData("{a,b c}", "{\n  a\n  b\n  c\n}")]
    [InlineData("query{a}", "{\n  a\n}")]
    [InlineData("query Q{a}", "query Q {\n  a\n}")]
    [InlineData("query@d{a}", "query @d {\n  a\n}")]
    [InlineData("mutation($a:Int=1@d,$b:[T!]!){a}", "mutation ($a: Int = 1 @d, $b: [T!]!) {\n  a\n}")]
    [InlineData("\"d\"query Q(\"v\"$a:Int){a}", "\"d\"\nquery Q(\n\"v\"\n$a: Int\n) {\n  a\n}")]
    [InlineData("{a{...F@d...{b}}}", "{\n  a {\n    ...F @d\n    ... {\n      b\n    }\n  }\n}")]
    [InlineData("{...on T@d{c}}", "{\n  ... on T @d {\n    c\n  }\n}")]
    [InlineData("{a(l:[],o:{},p:{b:[1 2],c:$d})}", "{\n  a(l: [], o: {  }, p: { b: [1, 2], c: $d })\n}")]
    [InlineData("type T implements&A&B", "type T implements A & B")]
    [InlineData("type T{f(a:Int b:Int=1):Int}", "type T {\n  f(a: Int, b: Int = 1): Int\n}")]
    [InlineData("type T{f(\"x\"a:Int b:Int):Int}", "type T {\n  f(\n    \"x\"\n    a: Int\n    b: Int\n  ): Int\n}")]
    [InlineData("\"\"\"x\ny\"\"\"enum E{\"z\"A@d B}", "\"\"\"\nx\ny\n\"\"\"\nenum E {\n  \"z\"\n  A @d\n  B\n}")]
    [InlineData("directive@d(a:Int)repeatable on|FIELD|ENUM", "directive @d(a: Int) repeatable on FIELD | ENUM")]
    [InlineData("union U=|A|B union V@d", "union U = A | B\n\nunion V @d")]
    public void Documents_are_laid_out(string text, string printed) => Assert.Equal(printed, Parser.Parse(text).ToString());

    [Fact]
    public void Arguments_that_make_a_line_longer_than_80_get_a_line_each()
    {
        var number = new string('1', 57);
        var line = $"field(argument: {number}, b: 2)";
        Assert.Equal(80, line.Length);
        Assert.Equal($"{{\n  {line}\n}}", Parser.Parse($"{{{line}}}").ToString());
        Assert.Equal(
            $"{{\n  fields(\n    argument: {number}\n    b: 2\n  )\n}}",
            Parser.Parse($"{{fields(argument:{number} b:2)}}").ToString());
    }

    [Fact]
    public void Lists_and_objects_longer_than_80_get_a_line_for_each_member()
    {
        var sixty = new string('1', 60);
        Assert.Equal($"[{sixty}, 1234567890123456]", PrintedValue($"[{sixty} 1234567890123456]"));
        Assert.Equal($"[\n  {sixty}\n  12345678901234567\n]", PrintedValue($"[{sixty} 12345678901234567]"));
        Assert.Equal($"{{ a: {sixty}, b: 12345678 }}", PrintedValue($"{{a:{sixty} b:12345678}}"));
        Assert.Equal($"{{\n  a: {sixty}\n  b: 123456789\n}}", PrintedValue($"{{a:{sixty} b:123456789}}"));
    }

    [Fact]
    public void Each_nested_value_is_printed_once_however_deep()
    {
        const int Depth = 100; // Were each printed twice, the innermost one would be printed 2^100 times.
        var printed = PrintedValue(new string('[', Depth) + "1" + new string(']', Depth));
        Assert.Equal(1, printed.Count(unit => unit == '1'));
        Assert.Equal(Depth, printed.Count(unit => unit == '['));
    }

    private static string PrintedValue(string text) => Printer.Print(Parser.ParseValue(new Source(text)));
}
