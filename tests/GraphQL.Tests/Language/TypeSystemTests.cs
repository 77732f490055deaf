using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Tests.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-Type-System</summary>
public class TypeSystemTests
{
    [Fact]
    public void Each_definition_is_read_whole()
    {
        var document = Parser.Parse("""
            "The service." schema @s { query: Query mutation: Mutation }
            "A moment." scalar DateTime @specifiedBy(url: "u")
            "A post." type JobPost implements & Node & Saved @t { "Of whom?" wage("Which?" in: Unit! = HOUR @a): [Int!]! @f }
            interface Node implements Thing { id: ID! }
            union Found @u = | JobPost | Employer
            enum Status { "Still." OPEN CLOSED @deprecated }
            input Filter @oneOf { max: Int = 3, text: String }
            directive @cost(weight: Int = 1) repeatable on | FIELD_DEFINITION | OBJECT
            """);

        var schema = Assert.IsType<SchemaDefinitionNode>(document.Definitions[0]);
        Assert.Equal("The service.", schema.Description?.Value);
        Assert.Equal(["query: Query", "mutation: Mutation"], schema.OperationTypes.Select(type => type.ToString()));
        Assert.Equal("specifiedBy", Assert.IsType<ScalarTypeDefinitionNode>(document.Definitions[1]).Directives[0].Name.Value);

        var jobPost = Assert.IsType<ObjectTypeDefinitionNode>(document.Definitions[2]);
        Assert.Equal(["Node", "Saved"], jobPost.Interfaces.Select(type => type.Name.Value));
        var wage = Assert.Single(jobPost.Fields);
        Assert.Equal("Of whom?", wage.Description?.Value);
        Assert.Equal("[Int!]!", wage.Type.ToString());
        Assert.Equal("f", Assert.Single(wage.Directives).Name.Value);
        var argument = Assert.Single(wage.Arguments);
        Assert.Equal("Which?", argument.Description?.Value);
        Assert.Equal("HOUR", Assert.IsType<EnumValueNode>(argument.DefaultValue).Value);

        Assert.Equal("Thing", Assert.IsType<InterfaceTypeDefinitionNode>(document.Definitions[3]).Interfaces[0].Name.Value);
        Assert.Equal(2, Assert.IsType<UnionTypeDefinitionNode>(document.Definitions[4]).Types.Count);
        var status = Assert.IsType<EnumTypeDefinitionNode>(document.Definitions[5]);
        Assert.Equal(["OPEN", "CLOSED"], status.Values.Select(value => value.Name.Value));
        Assert.Equal("Still.", status.Values[0].Description?.Value);
        var filter = Assert.IsType<InputObjectTypeDefinitionNode>(document.Definitions[6]);
        Assert.Equal(["max: Int = 3", "text: String"], filter.Fields.Select(field => field.ToString()));
        var cost = Assert.IsType<DirectiveDefinitionNode>(document.Definitions[7]);
        Assert.True(cost.IsRepeatable);
        Assert.Equal(["FIELD_DEFINITION", "OBJECT"], cost.Locations.Select(location => location.Value));
    }

    [Theory]
    [InlineData("extend schema @a", NodeKind.SchemaExtension)]
    [InlineData("extend schema {\n  query: Q\n}", NodeKind.SchemaExtension)]
    [InlineData("extend scalar S @a", NodeKind.ScalarTypeExtension)]
    [InlineData("extend type T implements A & B @a {\n  f: Int\n}", NodeKind.ObjectTypeExtension)]
    [InlineData("extend interface I implements A", NodeKind.InterfaceTypeExtension)]
    [InlineData("extend union U = A | B", NodeKind.UnionTypeExtension)]
    [InlineData("extend enum E {\n  A\n}", NodeKind.EnumTypeExtension)]
    [InlineData("extend input I {\n  a: Int = 1\n}", NodeKind.InputObjectTypeExtension)]
    public void Extensions_are_read_and_written(string text, NodeKind kind)
    {
        var extension = Assert.Single(Parser.Parse(text).Definitions);
        Assert.Equal(kind, extension.Kind);
        Assert.Equal(text, extension.ToString());
    }

    [Theory]
    [InlineData("extend schema")]
    [InlineData("extend scalar S")]
    [InlineData("extend type T")]
    [InlineData("extend interface I")]
    [InlineData("extend union U")]
    [InlineData("extend enum E")]
    [InlineData("extend input I")]
    public void An_extension_that_adds_nothing_is_rejected(string text) =>
        Assert.Equal($"1:{text.Length + 1} Unexpected <EOF>.", SyntaxErrors.Of(text));

    [Theory]
    [InlineData("type T { }", "1:10 Expected Name, found \"}\".")]
    [InlineData("type T { a }", "1:12 Expected \":\", found \"}\".")]
    [InlineData("type T implements A, B { a: Int }", "1:22 Unexpected Name \"B\".")]
    [InlineData("type T implements & & B { a: Int }", "1:21 Expected Name, found \"&\".")]
    [InlineData("union U = A B", "1:13 Unexpected Name \"B\".")]
    [InlineData("union U = || A", "1:12 Expected Name, found \"|\".")]
    [InlineData("enum E { A true }", "1:12 Name \"true\" is reserved and cannot be used for an enum value.")]
    [InlineData("input I { a(b: Int): Int }", "1:12 Expected \":\", found \"(\".")]
    [InlineData("schema { quary: Q }", "1:10 Unexpected Name \"quary\".")]
    [InlineData("schema @a", "1:10 Expected \"{\", found <EOF>.")]
    [InlineData("directive @d on FIELD | NOWHERE", "1:25 Unexpected Name \"NOWHERE\".")]
    [InlineData("directive @d", "1:13 Expected \"on\", found <EOF>.")]
    [InlineData("extend foo", "1:8 Unexpected Name \"foo\".")]
    [InlineData("extend \"no\" type T { a: Int }", "1:8 Unexpected String \"no\".")]
    [InlineData("\"no\" extend type T { a: Int }", "1:1 Unexpected description, only GraphQL definitions support descriptions.")]
    public void The_first_token_that_cannot_go_on_is_the_error(string text, string error) =>
        Assert.Equal(error, SyntaxErrors.Of(text));

    [Theory]
    [InlineData("directive @a on FIEL%D", "1:21 Unexpected character: \"%\".")]
    [InlineData("schema { quer*y: Q }", "1:14 Unexpected character: \"*\".")]
    [InlineData("directive @a on FIEL D", "1:17 Unexpected Name \"FIEL\".")]
    [InlineData("schema { quer y: Q }", "1:10 Unexpected Name \"quer\".")]
    public void A_character_that_is_none_is_told_before_the_unknown_name_in_front_of_it(string text, string error) =>
        Assert.Equal(error, SyntaxErrors.Of(text));
}
