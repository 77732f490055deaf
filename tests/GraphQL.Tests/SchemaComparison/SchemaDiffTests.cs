using Jobs.GraphQL.SchemaComparison;
using Jobs.GraphQL.Tests.TypeSystem;

namespace Jobs.GraphQL.Tests.SchemaComparison;

/// <summary>One edit of a schema at a time: what it is called, where it happened and how bad it is, there and back.</summary>
public sealed class SchemaDiffTests
{
    private const string Original = """
        directive @d(a: Int, b: String = "x") on FIELD | QUERY
        type Query { a(x: Int, y: Int! = 1, l: [Int!] = [1, 2]): String b: Int! c: [Int] n: Node u: U e: E s(i: I): S }
        interface Node { id: ID! }
        interface Named { name: String }
        type T1 implements Node { id: ID! t: String @deprecated(reason: "r") }
        type T2 implements Node & Named { id: ID! name: String }
        union U = T1 | T2
        enum E { A B }
        input I { p: Int q: String = "q" o: J = { k: 1, m: "z" } r: Int! = 3 }
        input J { k: Int m: String }
        input O @oneOf { a: Int b: Int }
        scalar S @specifiedBy(url: "https://a.example")
        """;

    [Theory]
    [InlineData("b: Int!", "b: Int", "Breaking FIELD_CHANGED_KIND Query.b", "Safe FIELD_CHANGED_KIND_SAFE Query.b")]
    [InlineData("c: [Int]", "c: [Int!]", "Safe FIELD_CHANGED_KIND_SAFE Query.c", "Breaking FIELD_CHANGED_KIND Query.c")]
    [InlineData("c: [Int]", "c: Int", "Breaking FIELD_CHANGED_KIND Query.c", "Breaking FIELD_CHANGED_KIND Query.c")]
    [InlineData(" n: Node", "", "Breaking FIELD_REMOVED Query.n", "Safe FIELD_ADDED Query.n")]
    [InlineData("a(x: Int, ", "a(", "Breaking ARG_REMOVED Query.a(x:)", "Dangerous OPTIONAL_ARG_ADDED Query.a(x:)")]
    [InlineData("a(", "a(z: Int!, ", "Breaking REQUIRED_ARG_ADDED Query.a(z:)", "Breaking ARG_REMOVED Query.a(z:)")]
    [InlineData("x: Int,", "x: Int!,", "Breaking ARG_CHANGED_KIND Query.a(x:)", "Safe ARG_CHANGED_KIND_SAFE Query.a(x:)")]
    [InlineData("y: Int! = 1", "y: Int!", "Breaking ARG_BECAME_REQUIRED Query.a(y:)", "Safe ARG_DEFAULT_VALUE_ADDED Query.a(y:)")]
    [InlineData("[1, 2]", "[2, 1]",
        "Dangerous ARG_DEFAULT_VALUE_CHANGE Query.a(l:)", "Dangerous ARG_DEFAULT_VALUE_CHANGE Query.a(l:)")]
    [InlineData(" & Named", "",
        "Breaking IMPLEMENTED_INTERFACE_REMOVED T2 Named", "Dangerous IMPLEMENTED_INTERFACE_ADDED T2 Named")]
    [InlineData("T1 | T2", "T2", "Breaking TYPE_REMOVED_FROM_UNION U T1", "Dangerous TYPE_ADDED_TO_UNION U T1")]
    [InlineData("{ A B }", "{ A }", "Breaking VALUE_REMOVED_FROM_ENUM E.B", "Dangerous VALUE_ADDED_TO_ENUM E.B")]
    [InlineData("enum E { A B }", "scalar E", "Breaking TYPE_CHANGED_KIND E", "Breaking TYPE_CHANGED_KIND E")]
    [InlineData("{ p: Int ", "{ ", "Breaking FIELD_REMOVED I.p", "Dangerous OPTIONAL_INPUT_FIELD_ADDED I.p")]
    [InlineData("{ p: Int ", "{ p: Int z: Int! ", "Breaking REQUIRED_INPUT_FIELD_ADDED I.z", "Breaking FIELD_REMOVED I.z")]
    [InlineData("p: Int ", "p: Int! ", "Breaking FIELD_CHANGED_KIND I.p", "Safe FIELD_CHANGED_KIND_SAFE I.p")]
    [InlineData("\"q\"", "\"w\"",
        "Dangerous INPUT_FIELD_DEFAULT_VALUE_CHANGE I.q", "Dangerous INPUT_FIELD_DEFAULT_VALUE_CHANGE I.q")]
    [InlineData("r: Int! = 3", "r: Int!", "Breaking INPUT_FIELD_BECAME_REQUIRED I.r", "Safe INPUT_FIELD_DEFAULT_VALUE_ADDED I.r")]
    [InlineData("O @oneOf", "O", "Safe ONE_OF_REMOVED O", "Breaking ONE_OF_ADDED O")]
    [InlineData("https://a.", "https://b.", "Dangerous SPECIFIED_BY_CHANGED S", "Dangerous SPECIFIED_BY_CHANGED S")]
    [InlineData(" @deprecated(reason: \"r\")", "", "Safe DEPRECATION_REMOVED T1.t", "Safe DEPRECATION_ADDED T1.t")]
    [InlineData("\"r\"", "\"s\"", "Safe DEPRECATION_REASON_CHANGED T1.t", "Safe DEPRECATION_REASON_CHANGED T1.t")]
    [InlineData("input O @oneOf { a: Int b: Int }", "", "Breaking TYPE_REMOVED O", "Safe TYPE_ADDED O")]
    [InlineData("(a: Int, ", "(", "Breaking DIRECTIVE_ARG_REMOVED @d(a:)", "Safe OPTIONAL_DIRECTIVE_ARG_ADDED @d(a:)")]
    [InlineData("(a: Int, ", "(a: Int, c: Int!, ",
        "Breaking REQUIRED_DIRECTIVE_ARG_ADDED @d(c:)", "Breaking DIRECTIVE_ARG_REMOVED @d(c:)")]
    [InlineData("\"x\")", "\"x\") repeatable", "Safe DIRECTIVE_REPEATABLE_ADDED @d", "Breaking DIRECTIVE_REPEATABLE_REMOVED @d")]
    [InlineData("FIELD | QUERY", "FIELD",
        "Breaking DIRECTIVE_LOCATION_REMOVED @d QUERY", "Safe DIRECTIVE_LOCATION_ADDED @d QUERY")]
    [InlineData("directive @d", "directive @e on FIELD directive @d", "Safe DIRECTIVE_ADDED @e", "Breaking DIRECTIVE_REMOVED @e")]
    [InlineData("enum E {", "\"said\" enum E {", "Safe DESCRIPTION_CHANGED E", "Safe DESCRIPTION_CHANGED E")]
    public void An_edit_is_found_in_both_directions(string text, string replacement, string there, string back)
    {
        var edited = Original.Replace(text, replacement, StringComparison.Ordinal);
        Assert.NotEqual(Original, edited);
        Assert.Equal([there], Compare(Original, edited));
        Assert.Equal([back], Compare(edited, Original));
    }

    [Fact]
    public void Another_root_type_breaks_although_every_type_is_still_there() => Assert.Equal(
        ["Breaking ROOT_TYPE_CHANGED A", "Safe ROOT_TYPE_ADDED B"],
        Compare("schema { query: A } type A { x: Int } type B { x: Int } type C { x: Int }",
            "schema { query: C mutation: B } type A { x: Int } type B { x: Int } type C { x: Int }"));

    [Fact]
    public void The_same_value_in_other_words_is_no_change() => Assert.Empty(Compare(
        Original,
        Original.Replace("{ k: 1, m: \"z\" }", "{ m: \"\"\"z\"\"\" k: 1 }", StringComparison.Ordinal)
            .Replace("T1 | T2", "T2 | T1", StringComparison.Ordinal)));

    private static IEnumerable<string> Compare(string before, string after) =>
        SchemaDiff.Compare(Sdl.Schema(before), Sdl.Schema(after)).Select(change => $"{change.Severity} {change.Key}");
}
