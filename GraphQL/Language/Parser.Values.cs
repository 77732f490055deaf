namespace Jobs.GraphQL.Language;

/// <content>Values, variables and type references.</content>
public ref partial struct Parser
{
    private ValueNode ParseValue(bool isConstant)
    {
        switch (lexer.Kind)
        {
            case TokenKind.Name:
                return ParseNamedValue();
            case TokenKind.String or TokenKind.BlockString:
                return ParseStringValue();
            case TokenKind.Int:
                var integer = new IntValueNode(source, lexer.Start, lexer.End, lexer.Value);
                Advance();
                return integer;
            case TokenKind.Float:
                var number = new FloatValueNode(source, lexer.Start, lexer.End, lexer.Value);
                Advance();
                return number;
            case TokenKind.Dollar:
                return isConstant ? throw VariableInConstant() : ParseVariable();
            case TokenKind.BracketOpen:
                return ParseListValue(isConstant);
            case TokenKind.BraceOpen:
                return ParseObjectValue(isConstant);
            default:
                throw Unexpected();
        }
    }

    /// <summary>true, false, null, or an enum value.</summary>
    private ValueNode ParseNamedValue()
    {
        var (start, end) = (lexer.Start, lexer.End);
        var name = lexer.Value;
        Advance();
        return name switch
        {
            "true" => new BooleanValueNode(source, start, end, true),
            "false" => new BooleanValueNode(source, start, end, false),
            "null" => new NullValueNode(source, start, end),
            _ => new EnumValueNode(source, start, end, name),
        };
    }

    private StringValueNode ParseStringValue()
    {
        var isBlock = lexer.Kind == TokenKind.BlockString;
        var value = new StringValueNode(source, lexer.Start, lexer.End, lexer.Value, isBlock);
        Advance();
        return value;
    }

    private ListValueNode ParseListValue(bool isConstant)
    {
        var start = lexer.Start;
        Advance();
        Deepen();
        var mark = pendingCount;
        while (!Skip(TokenKind.BracketClose)) Push(ParseValue(isConstant));
        depth--;
        return new ListValueNode(source, start, lastEnd, Take<ValueNode>(mark));
    }

    private ObjectValueNode ParseObjectValue(bool isConstant)
    {
        var start = lexer.Start;
        Advance();
        Deepen();
        var mark = pendingCount;
        while (!Skip(TokenKind.BraceClose))
        {
            var fieldStart = lexer.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            var value = ParseValue(isConstant);
            Push(new ObjectFieldNode(source, fieldStart, lastEnd, name, value));
        }

        depth--;
        return new ObjectValueNode(source, start, lastEnd, Take<ObjectFieldNode>(mark));
    }

    private VariableNode ParseVariable()
    {
        var start = lexer.Start;
        Expect(TokenKind.Dollar);
        var name = ParseName();
        return new VariableNode(source, start, lastEnd, name);
    }

    private SyntaxException VariableInConstant()
    {
        var start = lexer.Start;
        Advance();
        return lexer.Kind == TokenKind.Name
            ? Error(start, $"Unexpected variable \"${lexer.Value}\" in constant value.")
            : Error(start, "Unexpected \"$\".");
    }

    private TypeNode ParseTypeReference()
    {
        var start = lexer.Start;
        TypeNode type;
        if (Skip(TokenKind.BracketOpen))
        {
            Deepen();
            var itemType = ParseTypeReference();
            Expect(TokenKind.BracketClose);
            depth--;
            type = new ListTypeNode(source, start, lastEnd, itemType);
        }
        else
        {
            type = ParseNamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(source, start, lastEnd, type) : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(source, name.Start, name.End, name);
    }
}
