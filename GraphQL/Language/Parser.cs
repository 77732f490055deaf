using System.Buffers;
using System.Runtime.CompilerServices;

namespace Jobs.GraphQL.Language;

/// <summary>Reads documents by recursive descent, one method per production of the grammar.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Appendix-Grammar-Summary.Document-Syntax</remarks>
public ref partial struct Parser
{
    private readonly Source _source;
    private readonly ParserOptions _options;
    private Lexer _lexer;
    private int _lastEnd;
    private int _tokens;
    private int _depth;
    private int _valueDepth;

    /// <summary>A stack of nodes whose list is not complete yet: each list is cut off its top at exactly its length.</summary>
    private SyntaxNode[] _pending;
    private int _pendingCount;

    private Parser(Source source, ParserOptions options)
    {
        _source = source;
        _options = options;
        if (source.Utf8.Length > options.MaxBytes)
        {
            throw new SyntaxException(
                source, 0, $"Document has more than {options.MaxBytes} bytes.", SyntaxException.DocumentTooLarge);
        }

        _lexer = new Lexer(source);
        _pending = ArrayPool<SyntaxNode>.Shared.Rent(256);
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
        var mark = _pendingCount;
        do Push(ParseDefinition());
        while (_lexer.Kind != TokenKind.EndOfFile);
        return new DocumentNode(_source, 0, _source.Utf8.Length, Take<DefinitionNode>(mark));
    }

    private DefinitionNode ParseDefinition()
    {
        var start = _lexer.Start;
        if (_lexer.Kind == TokenKind.BraceOpen) return ParseShorthandQuery();
        var description = ParseDescription();
        if (description is not null && _lexer.Kind == TokenKind.BraceOpen)
            throw Error(start, "Unexpected description, descriptions are not supported on shorthand queries.");
        if (_lexer.Kind != TokenKind.Name) throw Unexpected();
        return _lexer.Value switch
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
        _lexer.Kind is TokenKind.String or TokenKind.BlockString ? ParseStringValue() : null;

    private NameNode ParseName()
    {
        if (_lexer.Kind != TokenKind.Name) throw Expected(TokenKind.Name);
        var name = new NameNode(_source, _lexer.Start, _lexer.End, _lexer.Value);
        Advance();
        return name;
    }

    private DirectiveNode[] ParseDirectives(bool isConstant)
    {
        if (_lexer.Kind != TokenKind.At) return [];
        var mark = _pendingCount;
        do
        {
            var start = _lexer.Start;
            if (_pendingCount - mark == _options.MaxDirectives)
            {
                throw Error(
                    start, $"More than {_options.MaxDirectives} directives at one place.", SyntaxException.TooManyDirectives);
            }

            Advance();
            var name = ParseName();
            var arguments = ParseArguments(isConstant);
            Push(new DirectiveNode(_source, start, _lastEnd, name, arguments));
        }
        while (_lexer.Kind == TokenKind.At);
        return Take<DirectiveNode>(mark);
    }

    private ArgumentNode[] ParseArguments(bool isConstant)
    {
        if (!Skip(TokenKind.ParenthesisOpen)) return [];
        var mark = _pendingCount;
        do
        {
            var start = _lexer.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            var value = ParseValue(isConstant);
            Push(new ArgumentNode(_source, start, _lastEnd, name, value));
        }
        while (!Skip(TokenKind.ParenthesisClose));
        return Take<ArgumentNode>(mark);
    }

    private void Advance()
    {
        _lastEnd = _lexer.End;
        _lexer.Next();
        if (++_tokens > _options.MaxTokens && _lexer.Kind != TokenKind.EndOfFile)
        {
            throw Error(
                _lexer.Start, $"Document has more than {_options.MaxTokens} tokens.", SyntaxException.DocumentTooManyTokens);
        }
    }

    private bool Skip(TokenKind kind)
    {
        if (_lexer.Kind != kind) return false;
        Advance();
        return true;
    }

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!_lexer.IsName(keyword)) return false;
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
        if (++_depth > _options.MaxDepth)
        {
            throw Error(
                _lexer.Start, $"Document is nested more than {_options.MaxDepth} deep.", SyntaxException.DocumentTooDeep);
        }
    }

    /// <summary>The same for list and object values; closed with <c>LeaveValue()</c>.</summary>
    private void DeepenValue()
    {
        Deepen();
        if (++_valueDepth > _options.MaxValueDepth)
        {
            throw Error(
                _lexer.Start, $"Value is nested more than {_options.MaxValueDepth} deep.", SyntaxException.LiteralTooDeep);
        }
    }

    private void LeaveValue()
    {
        _depth--;
        _valueDepth--;
    }

    private void Push(SyntaxNode node)
    {
        if (_pendingCount == _pending.Length)
        {
            var larger = ArrayPool<SyntaxNode>.Shared.Rent(_pending.Length * 2);
            _pending.CopyTo(larger, 0);
            Return();
            _pending = larger;
        }

        _pending[_pendingCount++] = node;
    }

    /// <summary>The nodes pushed since the mark: each is a T, for the method that pushed them takes them.</summary>
    private T[] Take<T>(int mark)
        where T : SyntaxNode
    {
        if (_pendingCount == mark) return [];
        var list = new T[_pendingCount - mark];
        for (var i = 0; i < list.Length; i++) list[i] = Unsafe.As<T>(_pending[mark + i]);
        _pendingCount = mark;
        return list;
    }

    private readonly void Return() => ArrayPool<SyntaxNode>.Shared.Return(_pending, clearArray: true);

    private readonly SyntaxException Unexpected() => Error(_lexer.Start, $"Unexpected {_lexer.Description}.");

    private readonly SyntaxException Expected(TokenKind kind) =>
        Error(_lexer.Start, $"Expected {TokenKindNames.NameOf(kind)}, found {_lexer.Description}.");

    private readonly SyntaxException ExpectedKeyword(string keyword) =>
        Error(_lexer.Start, $"Expected \"{keyword}\", found {_lexer.Description}.");

    private readonly SyntaxException Error(int offset, string description, string code = SyntaxException.ParseFailed) =>
        new(_source, offset, description, code);
}
