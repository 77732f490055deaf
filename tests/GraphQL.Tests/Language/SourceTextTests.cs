using System.Text;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Tests.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-Language.Source-Text</summary>
public class SourceTextTests
{
    [Fact]
    public void Byte_order_marks_commas_and_comments_mean_nothing()
    {
        var document = Parser.Parse("\uFEFF,{,, a # 주석 } \n\uFEFF\t b,#\r}#");
        Assert.Equal("{\n  a\n  b\n}", document.ToString());
    }

    [Theory]
    [InlineData("{\n  a\n  %\n}")]
    [InlineData("{\r\n  a\r\n  %\r\n}")]
    [InlineData("{\r  a\r  %\r}")]
    [InlineData("{\r\n\r  %")]
    public void Each_kind_of_line_end_counts_once(string text) =>
        Assert.Equal("3:3 Unexpected character: \"%\".", SyntaxErrors.Of(text));

    [Theory]
    [InlineData("{ a(s: \"한글\") % }", 14)]
    [InlineData("{ a(s: \"😀\") % }", 14)]
    [InlineData("{\t\t%", 4)]
    public void Columns_count_UTF16_units(string text, int column) =>
        Assert.Equal($"1:{column} Unexpected character: \"%\".", SyntaxErrors.Of(text));

    [Fact]
    public void Every_offset_has_the_place_that_counting_by_hand_gives()
    {
        const string Text = "a\nb\r\n한😀\r\r\n\n끝";
        var source = new Source(Text);
        int line = 1, column = 1;
        for (var i = 0; i < Text.Length; i++)
        {
            if (!char.IsLowSurrogate(Text[i]))
                Assert.Equal(new SourceLocation(line, column), source.LocationAt(Encoding.UTF8.GetByteCount(Text.AsSpan(0, i))));
            column++;
            if (Text[i] != '\n' && (Text[i] != '\r' || Text[i + 1] == '\n')) continue;
            line++;
            column = 1;
        }
    }

    [Theory]
    [InlineData("\u00A0", "U+00A0")]
    [InlineData("é", "U+00E9")]
    [InlineData("😀", "U+1F600")]
    [InlineData("\0", "U+0000")]
    [InlineData("?", "\"?\"")]
    public void A_character_that_starts_no_token_is_named(string character, string name) =>
        Assert.Equal($"1:3 Unexpected character: {name}.", SyntaxErrors.Of("{ " + character + " }"));

    [Theory] // The surrogate apart from the text: metadata of attributes cannot hold it in a string.
    [InlineData("{ a # 주석 ", 0xD800, "\n}", "1:10 Invalid character: U+D800.")]
    [InlineData("{ a(s: \"b", 0xDC00, "\") }", "1:10 Invalid character within String: U+DC00.")]
    [InlineData("{ a(s: \"\"\"😀", 0xDC00, "\"\"\") }", "1:13 Invalid character within String: U+DC00.")]
    [InlineData("{ a(n: 1.", 0xD83D, "", "1:10 Invalid number, expected digit but got: U+D83D.")]
    public void A_lone_surrogate_is_rejected_where_it_stands(string before, int surrogate, string after, string error) =>
        Assert.Equal(error, SyntaxErrors.Of(before + (char)surrogate + after));

    [Theory]
    [InlineData(new byte[] { 0xFF }, "0xFF")] // Never a first byte.
    [InlineData(new byte[] { 0xC0, 0xAF }, "0xC0")] // A slash in two bytes.
    [InlineData(new byte[] { 0xE2, 0x82 }, "0xE2")] // Cut short.
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 }, "0xF4")] // Above U+10FFFF.
    public void Bytes_that_are_not_UTF8_are_never_replaced(byte[] bytes, string name)
    {
        byte[] text = [.. "{ a(s: \""u8, .. bytes, .. "\") }"u8];
        Assert.Equal($"1:9 Invalid character within String: byte {name}.", SyntaxErrors.Of(new Source(text)));
    }

    [Fact]
    public void An_error_before_the_invalid_bytes_comes_first() =>
        Assert.Equal("1:3 Expected Name, found \"}\".", SyntaxErrors.Of(new Source("{ } \xFF"u8.ToArray())));

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment")]
    public void An_empty_document_is_none(string text) =>
        Assert.Equal($"1:{text.Length + 1} Unexpected <EOF>.", SyntaxErrors.Of(text));
}
