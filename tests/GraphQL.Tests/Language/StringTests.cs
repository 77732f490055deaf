using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Tests.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-String-Value</summary>
public class StringTests
{
    [Theory]
    [InlineData("""
        ""
        """, "")]
    [InlineData("\"알바 구함\"", "알바 구함")]
    [InlineData("""
        "\" \\ \/ \b\f\n\r\t"
        """, "\" \\ / \b\f\n\r\t")]
    [InlineData("""
        "\u0041\u00e9\uD55C"
        """, "Aé한")]
    [InlineData("""
        "\u{41}\u{1F600}\u{00000041}\u{10FFFF}"
        """, "A😀A\U0010FFFF")]
    [InlineData("""
        "한\uD83D\uDE00글"
        """, "한😀글")]
    [InlineData("\"\0\a\"", "\0\a")] // Since 2025 any Unicode scalar value may stand in a document.
    public void Quoted_strings_give_their_value(string text, string value)
    {
        var node = Assert.IsType<StringValueNode>(Parser.ParseValue(new Source(text)));
        Assert.Equal(value, node.Value);
        Assert.False(node.IsBlock);
    }

    [Theory]
    [InlineData("\"a", 3, "Unterminated string.")]
    [InlineData("\"a\nb\"", 3, "Unterminated string.")]
    [InlineData("\"a\rb\"", 3, "Unterminated string.")]
    [InlineData("\"\"\"a\"\"", 7, "Unterminated string.")]
    [InlineData("\"a\\\"", 5, "Unterminated string.")]
    [InlineData("'a'", 1, "Unexpected single quote character ('), did you mean to use a double quote (\")?")]
    [InlineData("\"\\x41\"", 2, "Invalid character escape sequence: \"\\x\".")]
    [InlineData("\"\\", 2, "Invalid character escape sequence: \"\\\".")]
    [InlineData("\"\\u12G4\"", 2, "Invalid Unicode escape sequence: \"\\u12G4\".")]
    [InlineData("\"\\u12\"", 2, "Invalid Unicode escape sequence: \"\\u12\"\".")]
    [InlineData("\"\\uDEAD\"", 2, "Invalid Unicode escape sequence: \"\\uDEAD\".")]
    [InlineData("\"\\uD83D\\u0041\"", 2, "Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData("\"\\uD83D\\uD83D\"", 2, "Invalid Unicode escape sequence: \"\\uD83D\".")]
    [InlineData("\"\\u{}\"", 2, "Invalid Unicode escape sequence: \"\\u{}\".")]
    [InlineData("\"\\u{D800}\"", 2, "Invalid Unicode escape sequence: \"\\u{D800}\".")]
    [InlineData("\"\\u{110000}\"", 2, "Invalid Unicode escape sequence: \"\\u{110000}\".")]
    [InlineData("\"\\u{FFFFFFFF}\"", 2, "Invalid Unicode escape sequence: \"\\u{FFFFFFFF\".")]
    [InlineData("\"\\u{000000041}\"", 2, "Invalid Unicode escape sequence: \"\\u{000000041\".")]
    public void A_broken_string_is_rejected_at_the_break(string text, int column, string error) =>
        Assert.Equal($"1:{column} {error}", SyntaxErrors.Of(text));

    [Theory]
    [InlineData("", "")]
    [InlineData("  one line  ", "  one line  ")]
    [InlineData("\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  ", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("    first\n  second\n    third", "    first\nsecond\n  third")] // The first line is not measured.
    [InlineData("\n\t a\n\t\tb\n", "a\nb")] // A tab counts as one, like a space.
    [InlineData("\r\n  a\r  b\n  c\r\n", "a\nb\nc")]
    [InlineData("\n \n  \n", "")]
    [InlineData("\n  a\n \n  b\n", "a\n\nb")]
    [InlineData("\n \u00A0a\n", "\u00A0a")] // Only spaces and tabs indent.
    [InlineData("\\\"\"\" \\n \\u0041 \" \"\" \\\\\"\"\"", "\"\"\" \\n \\u0041 \" \"\" \\\"\"\"")]
    public void Block_strings_lose_their_common_indentation(string raw, string value)
    {
        var node = Assert.IsType<StringValueNode>(Parser.ParseValue(new Source($"\"\"\"{raw}\"\"\"")));
        Assert.Equal(value, node.Value);
        Assert.True(node.IsBlock);
    }

    [Theory]
    [InlineData("short", "\"\"\"short\"\"\"")]
    [InlineData("two\nlines", "\"\"\"\ntwo\nlines\n\"\"\"")]
    [InlineData("  indented", "\"\"\"  indented\"\"\"")]
    [InlineData("ends in \"", "\"\"\"\nends in \"\n\"\"\"")]
    [InlineData("ends in \\", "\"\"\"\nends in \\\n\"\"\"")]
    [InlineData("has \"\"\" in it", "\"\"\"has \\\"\"\" in it\"\"\"")]
    [InlineData("ends in \"\"\"", "\"\"\"\nends in \\\"\"\"\n\"\"\"")]
    public void Block_strings_are_written_on_as_many_lines_as_they_need(string value, string text)
    {
        Assert.Equal(text, BlockString.Print(value));
        Assert.Equal(value, Assert.IsType<StringValueNode>(Parser.ParseValue(new Source(text))).Value);
    }

    [Fact]
    public void Quoted_strings_are_written_with_control_characters_escaped() =>
        Assert.Equal(
            "\"\\\" \\\\ \\n \\u0001 \\u007F \\u0085 / 한 😀\"", QuotedString.Print("\" \\ \n \u0001 \u007F \u0085 / 한 😀"));
}
