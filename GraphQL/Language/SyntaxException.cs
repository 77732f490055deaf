namespace Jobs.GraphQL.Language;

/// <summary>A text is not a document, or is one beyond the parser's limits.</summary>
public sealed class SyntaxException : Exception
{
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";
    public const string DocumentTooDeep = "DOCUMENT_TOO_DEEP";
    public const string DocumentTooLarge = "DOCUMENT_TOO_LARGE";
    public const string LiteralTooDeep = ErrorCodes.LiteralTooDeep;
    public const string TooManyDirectives = ErrorCodes.TooManyDirectives;
    public const string DocumentTooManyTokens = "DOCUMENT_TOO_MANY_TOKENS";

    internal SyntaxException(Source source, int offset, string description, string code = ParseFailed)
        : base(MessageText.Shorten($"Syntax Error: {description}"))
    {
        Location = source.LocationAt(offset);
        Code = code;
    }

    /// <summary>Where the offending token or character stands.</summary>
    public SourceLocation Location { get; }

    /// <summary>What kind of fault, for <c>extensions.code</c>.</summary>
    public string Code { get; }
}
