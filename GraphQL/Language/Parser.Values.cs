namespace Jobs.GraphQL.Language;

/// <content>Values, variables and type references.</content>
public ref partial struct Parser
{
    private ValueNode ParseValue(bool isConstant)
    {
        switch (_lexer.Kind)
        {
            case TokenKind.Name:
                return ParseNamedValue();
            case TokenKind.String or TokenKind.BlockString:
                return ParseStringValue();
            case TokenKind.Int:
                var integer = new IntValueNode(_source, _lexer.Start, _lexer.End, _lexer.Value);
                Advance();
                return integer;
            case TokenKind.Float:
                var number = new FloatValueNode(_source, _lexer.Start, _lexer.End, _lexer.Value);
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
        var (start, end) = (_lexer.Start, _lexer.End);
        var name = _lexer.Value;
        Advance();
        return name switch
        {
            "true" => new BooleanValueNode(_source, start, end, true),
            "false" => new BooleanValueNode(_source, start, end, false),
            "null" => new NullValueNode(_source, start, end),
            _ => new EnumValueNode(_source, start, end, name),
        };
    }

    private StringValueNode ParseStringValue()
    {
        var isBlock = _lexer.Kind == TokenKind.BlockString;
        var value = new StringValueNode(_source, _lexer.Start, _lexer.End, _lexer.Value, isBlock);
        Advance();
        return value;
    }

    private ListValueNode ParseListValue(bool isConstant)
    {
        var start = _lexer.Start;
        Advance();
        DeepenValue();
        var mark = _pendingCount;
        while (!Skip(TokenKind.BracketClose)) Push(ParseValue(isConstant));
        LeaveValue();
        return new ListValueNode(_source, start, _lastEnd, Take<ValueNode>(mark));
    }

    private ObjectValueNode ParseObjectValue(bool isConstant)
    {
        var start = _lexer.Start;
        Advance();
        DeepenValue();
        var mark = _pendingCount;
        while (!Skip(TokenKind.BraceClose))
        {
            var fieldStart = _lexer.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            var value = ParseValue(isConstant);
            Push(new ObjectFieldNode(_source, fieldStart, _lastEnd, name, value));
        }

        LeaveValue();
        return new ObjectValueNode(_source, start, _lastEnd, Take<ObjectFieldNode>(mark));
    }

    private VariableNode ParseVariable()
    {
        var start = _lexer.Start;
        Expect(TokenKind.Dollar);
        var name = ParseName();
        return new VariableNode(_source, start, _lastEnd, name);
    }

    private SyntaxException VariableInConstant()
    {
        var start = _lexer.Start;
        Advance();
        return _lexer.Kind == TokenKind.Name
            ? Error(start, $"Unexpected variable \"${_lexer.Value}\" in constant value.")
            : Error(start, "Unexpected \"$\".");
    }

    private TypeNode ParseTypeReference()
    {
        var start = _lexer.Start;
        TypeNode type;
        if (Skip(TokenKind.BracketOpen))
        {
            Deepen();
            var itemType = ParseTypeReference();
            Expect(TokenKind.BracketClose);
            _depth--;
            type = new ListTypeNode(_source, start, _lastEnd, itemType);
        }
        else
        {
            type = ParseNamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(_source, start, _lastEnd, type) : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(_source, name.Start, name.End, name);
    }
}
