namespace Jobs.GraphQL.Language;

/// <summary>The kinds of lexical tokens.</summary>
internal enum TokenKind : byte
{
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    ParenthesisOpen,
    ParenthesisClose,
    Spread,
    Colon,
    EqualsSign,
    At,
    BracketOpen,
    BracketClose,
    BraceOpen,
    BraceClose,
    Pipe,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

/// <summary>How error messages call a kind of token.</summary>
internal static class TokenKindNames
{
    private static readonly string[] Names =
    [
        "<EOF>", "\"!\"", "\"$\"", "\"&\"", "\"(\"", "\")\"", "\"...\"", "\":\"", "\"=\"", "\"@\"", "\"[\"", "\"]\"", "\"{\"",
        "\"}\"", "\"|\"", "Name", "Int", "Float", "String", "BlockString",
    ];

    public static string NameOf(TokenKind kind) => Names[(int)kind];
}
