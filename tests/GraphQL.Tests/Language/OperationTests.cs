using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Tests.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-Language.Operations to #sec-Language.Fragments</summary>
public class OperationTests
{
    [Fact]
    public void An_operation_has_a_type_a_name_variables_directives_and_selections()
    {
        var document = Parser.Parse("""
            "How the feed is read."
            query Feed("Rows at most." $first: Int! = 20 @d, $ids: [ID!]) @live { jobPosts }
            """);
        var operation = Assert.IsType<OperationDefinitionNode>(Assert.Single(document.Definitions));
        Assert.Equal("How the feed is read.", operation.Description?.Value);
        Assert.Equal(OperationType.Query, operation.Operation);
        Assert.Equal("Feed", operation.Name?.Value);
        Assert.Equal("live", Assert.Single(operation.Directives).Name.Value);
        var first = operation.VariableDefinitions[0];
        Assert.Equal("Rows at most.", first.Description?.Value);
        Assert.Equal("first", first.Variable.Name.Value);
        Assert.Equal("Int", Assert.IsType<NonNullTypeNode>(first.Type).NamedType.Name.Value);
        Assert.Equal("20", Assert.IsType<IntValueNode>(first.DefaultValue).Value);
        Assert.Equal("d", Assert.Single(first.Directives).Name.Value);
        Assert.Equal("[ID!]", operation.VariableDefinitions[1].Type.ToString());
    }

    [Fact]
    public void Fields_have_an_alias_arguments_and_selections_of_their_own()
    {
        var field = Assert.IsType<FieldNode>(Selections("{ cheap: posts(max: 9860) @include(if: $a) { id } }")[0]);
        Assert.Equal("cheap", field.ResponseName);
        Assert.Equal("posts", field.Name.Value);
        Assert.Equal("9860", Assert.IsType<IntValueNode>(Assert.Single(field.Arguments).Value).Value);
        Assert.Equal("include", Assert.Single(field.Directives).Name.Value);
        Assert.Equal("id", Assert.IsType<FieldNode>(Assert.Single(field.SelectionSet!.Selections)).ResponseName);
    }

    [Fact]
    public void What_follows_three_dots_decides_which_fragment_it_is()
    {
        var selections = Selections("{ ...Card @a ... on Post { id } ... @b { id } ... { id } ...onto }");
        Assert.Equal("Card", Assert.IsType<FragmentSpreadNode>(selections[0]).Name.Value);
        Assert.Equal("Post", Assert.IsType<InlineFragmentNode>(selections[1]).TypeCondition?.Name.Value);
        Assert.Null(Assert.IsType<InlineFragmentNode>(selections[2]).TypeCondition);
        Assert.Empty(Assert.IsType<InlineFragmentNode>(selections[3]).Directives);
        Assert.Equal("onto", Assert.IsType<FragmentSpreadNode>(selections[4]).Name.Value);
    }

    [Fact]
    public void Keywords_are_names_wherever_a_name_may_stand()
    {
        const string Text = """
            query query($type: type) @on {
              fragment: query(mutation: subscription) @fragment
              on {
                true
              }
              ... on on {
                null
              }
            }

            fragment fragment on fragment {
              schema
            }
            """;
        Assert.Equal(Text, Parser.Parse(Text).ToString());
    }

    [Fact]
    public void Every_node_knows_the_bytes_it_was_read_from()
    {
        var document = Parser.Parse("# 한글\n query Q($v: [Int]! = 1) { b: a(x: {y: $v}) { c } }  ");
        var operation = (OperationDefinitionNode)document.Definitions[0];
        Assert.Equal("query Q($v: [Int]! = 1) { b: a(x: {y: $v}) { c } }", TextOf(operation));
        Assert.Equal("$v: [Int]! = 1", TextOf(operation.VariableDefinitions[0]));
        Assert.Equal("[Int]!", TextOf(operation.VariableDefinitions[0].Type));
        var field = (FieldNode)operation.SelectionSet.Selections[0];
        Assert.Equal("b: a(x: {y: $v}) { c }", TextOf(field));
        Assert.Equal("x: {y: $v}", TextOf(field.Arguments[0]));
        Assert.Equal("{ c }", TextOf(field.SelectionSet!));
        Assert.Equal(new SourceLocation(2, 28), field.Location);
    }

    [Theory]
    [InlineData("{ }", "1:3 Expected Name, found \"}\".")]
    [InlineData("{ a() }", "1:5 Expected Name, found \")\".")]
    [InlineData("{ a", "1:4 Expected Name, found <EOF>.")]
    [InlineData("query Q", "1:8 Expected \"{\", found <EOF>.")]
    [InlineData("query () { a }", "1:8 Expected \"$\", found \")\".")]
    [InlineData("query ($a: Int = $b) { a }", "1:18 Unexpected variable \"$b\" in constant value.")]
    [InlineData("query ($a: Int = [{b: $}]) { a }", "1:23 Unexpected \"$\".")]
    [InlineData("query ($a: Int @d(x: $b)) { a }", "1:22 Unexpected variable \"$b\" in constant value.")]
    [InlineData("query ($a: [Int) { a }", "1:16 Expected \"]\", found \")\".")]
    [InlineData("query ($a: Int!!) { a }", "1:16 Expected \"$\", found \"!\".")]
    [InlineData("fragment on on T { a }", "1:10 Unexpected Name \"on\".")]
    [InlineData("fragment F($a: Int) on T { a }", "1:11 Expected \"on\", found \"(\".")]
    [InlineData("{ .. F }", "1:3 Unexpected \"..\", did you mean \"...\"?")]
    [InlineData("{ a(b: @c) }", "1:8 Unexpected \"@\".")]
    [InlineData("{ a(b: {\"c\": 1}) }", "1:9 Expected Name, found String \"c\".")]
    [InlineData("Query { a }", "1:1 Unexpected Name \"Query\".")]
    [InlineData("\"doc\" { a }", "1:1 Unexpected description, descriptions are not supported on shorthand queries.")]
    [InlineData("\"doc\" \"doc\" query Q { a }", "1:7 Unexpected String \"doc\".")]
    public void The_first_token_that_cannot_go_on_is_the_error(string text, string error) =>
        Assert.Equal(error, SyntaxErrors.Of(text));

    private static IReadOnlyList<SelectionNode> Selections(string text) =>
        ((OperationDefinitionNode)Parser.Parse(text).Definitions[0]).SelectionSet.Selections;

    private static string TextOf(SyntaxNode node) =>
        System.Text.Encoding.UTF8.GetString(node.Source.Utf8.Span[node.Start..node.End]);
}
