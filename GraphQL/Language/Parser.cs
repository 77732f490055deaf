using System.Buffers;
using System.Runtime.CompilerServices;

namespace Jobs.GraphQL.Language;

/// <summary>Reads documents by recursive descent, one method per production of the grammar.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Appendix-Grammar-Summary.Document-Syntax</remarks>
public ref partial struct Parser
{
    private readonly Source source;
    private readonly ParserOptions options;
    private Lexer lexer;
    private int lastEnd;
    private int tokens;
    private int depth;

    /// <summary>A stack of nodes whose list is not complete yet: each list is cut off its top at exactly its length.</summary>
    private SyntaxNode[] pending;
    private int pendingCount;

    private Parser(Source source, ParserOptions options)
    {
        this.source = source;
        this.options = options;
        if (source.Utf8.Length > options.MaxBytes)
        {
            throw new SyntaxException(
                source, 0, $"Document has more than {options.MaxBytes} bytes.", SyntaxException.DocumentTooLarge);
        }

        lexer = new Lexer(source);
        pending = ArrayPool<SyntaxNode>.Shared.Rent(256);
        Advance();
    }

    public static DocumentNode Parse(string text, ParserOptions? options = null) => Parse(new Source(text), options);

    /// <exception cref="SyntaxException">The text is no document, or one beyond the limits.</exception>
    public static DocumentNode Parse(Source source, ParserOptions? options = null)
    {
        var parser = new Parser(source, options ?? ParserOptions.Default);
        var document = parser.ParseDocument();
        parser.Return();
        return document;
    }

    /// <summary>A value on its own, such as a default value out of introspection; variables are allowed in it.</summary>
    public static ValueNode ParseValue(Source source, ParserOptions? options = null)
    {
        var parser = new Parser(source, options ?? ParserOptions.Default);
        var value = parser.ParseValue(isConstant: false);
        parser.Expect(TokenKind.EndOfFile);
        parser.Return();
        return value;
    }

    private DocumentNode ParseDocument()
    {
        var mark = pendingCount;
        do Push(ParseDefinition());
        while (lexer.Kind != TokenKind.EndOfFile);
        return new DocumentNode(source, 0, source.Utf8.Length, Take<DefinitionNode>(mark));
    }

    private DefinitionNode ParseDefinition()
    {
        var start = lexer.Start;
        if (lexer.Kind == TokenKind.BraceOpen) return ParseShorthandQuery();
        var description = ParseDescription();
        if (description is not null && lexer.Kind == TokenKind.BraceOpen)
            throw Error(start, "Unexpected description, descriptions are not supported on shorthand queries.");
        if (lexer.Kind != TokenKind.Name) throw Unexpected();
        return lexer.Value switch
        {
            "query" or "mutation" or "subscription" => ParseOperationDefinition(start, description),
            "fragment" => ParseFragmentDefinition(start, description),
            "schema" => ParseSchemaDefinition(start, description),
            "scalar" => ParseScalarTypeDefinition(start, description),
            "type" => ParseObjectTypeDefinition(start, description),
            "interface" => ParseInterfaceTypeDefinition(start, description),
            "union" => ParseUnionTypeDefinition(start, description),
            "enum" => ParseEnumTypeDefinition(start, description),
            "input" => ParseInputObjectTypeDefinition(start, description),
            "directive" => ParseDirectiveDefinition(start, description),
            _ when description is not null =>
                throw Error(start, "Unexpected description, only GraphQL definitions support descriptions."),
            "extend" => ParseTypeSystemExtension(start),
            _ => throw Unexpected(),
        };
    }

    private StringValueNode? ParseDescription() =>
        lexer.Kind is TokenKind.String or TokenKind.BlockString ? ParseStringValue() : null;

    private NameNode ParseName()
    {
        if (lexer.Kind != TokenKind.Name) throw Expected(TokenKind.Name);
        var name = new NameNode(source, lexer.Start, lexer.End, lexer.Value);
        Advance();
        return name;
    }

    private DirectiveNode[] ParseDirectives(bool isConstant)
    {
        if (lexer.Kind != TokenKind.At) return [];
        var mark = pendingCount;
        do
        {
            var start = lexer.Start;
            Advance();
            var name = ParseName();
            var arguments = ParseArguments(isConstant);
            Push(new DirectiveNode(source, start, lastEnd, name, arguments));
        }
        while (lexer.Kind == TokenKind.At);
        return Take<DirectiveNode>(mark);
    }

    private ArgumentNode[] ParseArguments(bool isConstant)
    {
        if (!Skip(TokenKind.ParenthesisOpen)) return [];
        var mark = pendingCount;
        do
        {
            var start = lexer.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            var value = ParseValue(isConstant);
            Push(new ArgumentNode(source, start, lastEnd, name, value));
        }
        while (!Skip(TokenKind.ParenthesisClose));
        return Take<ArgumentNode>(mark);
    }

    private void Advance()
    {
        lastEnd = lexer.End;
        lexer.Next();
        if (++tokens > options.MaxTokens && lexer.Kind != TokenKind.EndOfFile)
        {
            throw Error(
                lexer.Start, $"Document has more than {options.MaxTokens} tokens.", SyntaxException.DocumentTooManyTokens);
        }
    }

    private bool Skip(TokenKind kind)
    {
        if (lexer.Kind != kind) return false;
        Advance();
        return true;
    }

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!lexer.IsName(keyword)) return false;
        Advance();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (!Skip(kind)) throw Expected(kind);
    }

    /// <summary>Counts the braces and brackets that are open; whoever calls it closes with <c>depth--</c>.</summary>
    private void Deepen()
    {
        if (++depth > options.MaxDepth)
        {
            throw Error(
                lexer.Start, $"Document is nested more than {options.MaxDepth} deep.", SyntaxException.DocumentTooDeep);
        }
    }

    private void Push(SyntaxNode node)
    {
        if (pendingCount == pending.Length)
        {
            var larger = ArrayPool<SyntaxNode>.Shared.Rent(pending.Length * 2);
            pending.CopyTo(larger, 0);
            Return();
            pending = larger;
        }

        pending[pendingCount++] = node;
    }

    /// <summary>The nodes pushed since the mark: each is a T, for the method that pushed them takes them.</summary>
    private T[] Take<T>(int mark)
        where T : SyntaxNode
    {
        if (pendingCount == mark) return [];
        var list = new T[pendingCount - mark];
        for (var i = 0; i < list.Length; i++) list[i] = Unsafe.As<T>(pending[mark + i]);
        pendingCount = mark;
        return list;
    }

    private readonly void Return() => ArrayPool<SyntaxNode>.Shared.Return(pending, clearArray: true);

    private readonly SyntaxException Unexpected() => Error(lexer.Start, $"Unexpected {lexer.Description}.");

    private readonly SyntaxException Expected(TokenKind kind) =>
        Error(lexer.Start, $"Expected {TokenKindNames.NameOf(kind)}, found {lexer.Description}.");

    private readonly SyntaxException ExpectedKeyword(string keyword) =>
        Error(lexer.Start, $"Expected \"{keyword}\", found {lexer.Description}.");

    private readonly SyntaxException Error(int offset, string description, string code = SyntaxException.ParseFailed) =>
        new(source, offset, description, code);
}
