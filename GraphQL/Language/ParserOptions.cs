namespace Jobs.GraphQL.Language;

/// <summary>How much of a document the parser takes before it gives up.</summary>
public sealed class ParserOptions
{
    public static ParserOptions Default { get; } = new();

    /// <summary>Documents of our own that are written by hand: a type system has more tokens than any request should.</summary>
    public static ParserOptions TypeSystem { get; } = new()
    {
        MaxTokens = 1_000_000,
        MaxBytes = 16 << 20,
        MaxDirectives = 1_000_000,
    };

    public int MaxBytes { get; init; } = 1 << 20;

    public int MaxTokens { get; init; } = 15_000;

    /// <summary>
    /// How deep selection sets, list and object values and list types may be nested, counted together. The parser and everything
    /// behind it recurses, and a stack overflow cannot be caught.
    /// </summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>How deep list and object values may be nested, as part of that.</summary>
    public int MaxValueDepth { get; init; } = 200;

    /// <summary>How many directives may stand at one place.</summary>
    public int MaxDirectives { get; init; } = 1_000;
}
