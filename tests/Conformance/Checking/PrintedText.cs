using Jobs.GraphQL.Language;

namespace Jobs.Conformance.Checking;

/// <summary>Printed documents, compared without their layout.</summary>
internal static class PrintedText
{
    public static bool HaveSameTokens(string one, string other) => TokensOf(one).SequenceEqual(TokensOf(other));

    /// <summary>The same definitions in any order.</summary>
    public static bool HaveSameDefinitions(string one, string other) =>
        DefinitionsIn(one).SequenceEqual(DefinitionsIn(other), StringComparer.Ordinal);

    /// <summary>A block string counts as the quoted string of the same value.</summary>
    public static List<string> TokensOf(string text)
    {
        var tokens = new List<string>();
        var lexer = new Lexer(new Source(text));
        for (lexer.Next(); lexer.Kind != TokenKind.EndOfFile; lexer.Next())
        {
            tokens.Add(lexer.Kind switch
            {
                TokenKind.String or TokenKind.BlockString => '"' + lexer.Value,
                _ => lexer.Value,
            });
        }

        return tokens;
    }

    private static IEnumerable<string> DefinitionsIn(string text) =>
        Parser.Parse(text, ParserOptions.TypeSystem).Definitions.Select(Printer.Print).Order(StringComparer.Ordinal);
}
