using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Tests.Language;

/// <summary>Limits that keep a small text from costing much.</summary>
public class ParserLimitTests
{
    [Theory]
    [InlineData("{a", "}")]
    [InlineData("{...", "}")]
    [InlineData("{...on T", "}")]
    public void Selections_may_nest_as_deep_as_the_limit_and_no_deeper(string open, string close) =>
        AssertLimit(depth => Repeat(open, depth - 1) + "{a}" + Repeat(close, depth - 1));

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a:", "}")]
    public void Values_count_into_the_same_depth(string open, string close) =>
        AssertLimit(depth => $"{{a(b:{Repeat(open, depth - 1)}1{Repeat(close, depth - 1)})}}");

    [Fact]
    public void List_types_count_into_the_same_depth() =>
        AssertLimit(depth => $"type T{{a:{Repeat("[", depth)}Int{Repeat("]", depth)}}}");

    [Theory]
    [InlineData("", "{a")]
    [InlineData("{a(b:", "[")]
    [InlineData("{a(b:", "{a:")]
    [InlineData("query($a:", "[")]
    public void No_nesting_overflows_a_small_stack(string start, string open)
    {
        var options = new ParserOptions { MaxTokens = int.MaxValue };
        Exception? error = null;
        var thread = new Thread(
            () => error = Record.Exception(() => Parser.Parse(start + Repeat(open, 100_000), options)), maxStackSize: 256 << 10);
        thread.Start();
        thread.Join();
        Assert.Equal(SyntaxException.DocumentTooDeep, Assert.IsType<SyntaxException>(error).Code);
    }

    [Fact]
    public void Tokens_are_counted()
    {
        var options = new ParserOptions { MaxTokens = 5 };
        Parser.Parse("{ a b c }", options);
        var error = Assert.Throws<SyntaxException>(() => Parser.Parse("{ a b c d }", options));
        Assert.Equal(SyntaxException.DocumentTooManyTokens, error.Code);
        Assert.Equal("Syntax Error: Document has more than 5 tokens.", error.Message);
        Assert.Equal(new SourceLocation(1, 11), error.Location);
    }

    [Fact]
    public void Bytes_are_counted_before_anything_is_read()
    {
        var options = new ParserOptions { MaxBytes = 8 };
        Parser.Parse("{ abcd }", options);
        var error = Assert.Throws<SyntaxException>(() => Parser.Parse("{ 가 나 }", options));
        Assert.Equal(SyntaxException.DocumentTooLarge, error.Code);
        Assert.Equal("Syntax Error: Document has more than 8 bytes.", error.Message);
    }

    private static void AssertLimit(Func<int, string> nested)
    {
        var options = new ParserOptions { MaxDepth = 9 };
        Parser.Parse(nested(9), options);
        var error = Assert.Throws<SyntaxException>(() => Parser.Parse(nested(10), options));
        Assert.Equal(SyntaxException.DocumentTooDeep, error.Code);
        Assert.Equal("Syntax Error: Document is nested more than 9 deep.", error.Message);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
