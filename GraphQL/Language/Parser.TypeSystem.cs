namespace Jobs.GraphQL.Language;

/// <content>Definitions of the type system.</content>
public ref partial struct Parser
{
    private SchemaDefinitionNode ParseSchemaDefinition(int start, StringValueNode? description)
    {
        Advance();
        var directives = ParseDirectives(isConstant: true);
        if (_lexer.Kind != TokenKind.BraceOpen) throw Expected(TokenKind.BraceOpen);
        var operationTypes = ParseOperationTypeDefinitions();
        return new SchemaDefinitionNode(_source, start, _lastEnd, description, directives, operationTypes);
    }

    private OperationTypeDefinitionNode[] ParseOperationTypeDefinitions()
    {
        if (!Skip(TokenKind.BraceOpen)) return [];
        var mark = _pendingCount;
        do
        {
            var start = _lexer.Start;
            var operation = ParseOperationType();
            Expect(TokenKind.Colon);
            var type = ParseNamedType();
            Push(new OperationTypeDefinitionNode(_source, start, _lastEnd, operation, type));
        }
        while (!Skip(TokenKind.BraceClose));
        return Take<OperationTypeDefinitionNode>(mark);
    }

    private ScalarTypeDefinitionNode ParseScalarTypeDefinition(int start, StringValueNode? description)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        return new ScalarTypeDefinitionNode(_source, start, _lastEnd, description, name, directives);
    }

    private ObjectTypeDefinitionNode ParseObjectTypeDefinition(int start, StringValueNode? description)
    {
        Advance();
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        return new ObjectTypeDefinitionNode(_source, start, _lastEnd, description, name, interfaces, directives, fields);
    }

    private InterfaceTypeDefinitionNode ParseInterfaceTypeDefinition(int start, StringValueNode? description)
    {
        Advance();
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        return new InterfaceTypeDefinitionNode(_source, start, _lastEnd, description, name, interfaces, directives, fields);
    }

    private NamedTypeNode[] ParseImplementsInterfaces() =>
        SkipKeyword("implements"u8) ? ParseNamedTypes(TokenKind.Ampersand) : [];

    /// <summary>Names with a delimiter between them and possibly before the first.</summary>
    private NamedTypeNode[] ParseNamedTypes(TokenKind delimiter)
    {
        Skip(delimiter);
        var mark = _pendingCount;
        do Push(ParseNamedType());
        while (Skip(delimiter));
        return Take<NamedTypeNode>(mark);
    }

    private FieldDefinitionNode[] ParseFieldDefinitions()
    {
        if (!Skip(TokenKind.BraceOpen)) return [];
        var mark = _pendingCount;
        do
        {
            var start = _lexer.Start;
            var description = ParseDescription();
            var name = ParseName();
            var arguments = ParseArgumentDefinitions();
            Expect(TokenKind.Colon);
            var type = ParseTypeReference();
            var directives = ParseDirectives(isConstant: true);
            Push(new FieldDefinitionNode(_source, start, _lastEnd, description, name, arguments, type, directives));
        }
        while (!Skip(TokenKind.BraceClose));
        return Take<FieldDefinitionNode>(mark);
    }

    private InputValueDefinitionNode[] ParseArgumentDefinitions() =>
        Skip(TokenKind.ParenthesisOpen) ? ParseInputValueDefinitions(TokenKind.ParenthesisClose) : [];

    private InputValueDefinitionNode[] ParseInputFieldDefinitions() =>
        Skip(TokenKind.BraceOpen) ? ParseInputValueDefinitions(TokenKind.BraceClose) : [];

    private InputValueDefinitionNode[] ParseInputValueDefinitions(TokenKind close)
    {
        var mark = _pendingCount;
        do
        {
            var start = _lexer.Start;
            var description = ParseDescription();
            var name = ParseName();
            Expect(TokenKind.Colon);
            var type = ParseTypeReference();
            var defaultValue = Skip(TokenKind.EqualsSign) ? ParseValue(isConstant: true) : null;
            var directives = ParseDirectives(isConstant: true);
            Push(new InputValueDefinitionNode(_source, start, _lastEnd, description, name, type, defaultValue, directives));
        }
        while (!Skip(close));
        return Take<InputValueDefinitionNode>(mark);
    }

    private UnionTypeDefinitionNode ParseUnionTypeDefinition(int start, StringValueNode? description)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var types = ParseUnionMemberTypes();
        return new UnionTypeDefinitionNode(_source, start, _lastEnd, description, name, directives, types);
    }

    private NamedTypeNode[] ParseUnionMemberTypes() =>
        Skip(TokenKind.EqualsSign) ? ParseNamedTypes(TokenKind.Pipe) : [];

    private EnumTypeDefinitionNode ParseEnumTypeDefinition(int start, StringValueNode? description)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var values = ParseEnumValueDefinitions();
        return new EnumTypeDefinitionNode(_source, start, _lastEnd, description, name, directives, values);
    }

    private EnumValueDefinitionNode[] ParseEnumValueDefinitions()
    {
        if (!Skip(TokenKind.BraceOpen)) return [];
        var mark = _pendingCount;
        do
        {
            var start = _lexer.Start;
            var description = ParseDescription();
            if (_lexer.IsName("true"u8) || _lexer.IsName("false"u8) || _lexer.IsName("null"u8))
                throw Error(_lexer.Start, $"{_lexer.Description} is reserved and cannot be used for an enum value.");
            var name = ParseName();
            var directives = ParseDirectives(isConstant: true);
            Push(new EnumValueDefinitionNode(_source, start, _lastEnd, description, name, directives));
        }
        while (!Skip(TokenKind.BraceClose));
        return Take<EnumValueDefinitionNode>(mark);
    }

    private InputObjectTypeDefinitionNode ParseInputObjectTypeDefinition(int start, StringValueNode? description)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseInputFieldDefinitions();
        return new InputObjectTypeDefinitionNode(_source, start, _lastEnd, description, name, directives, fields);
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition(int start, StringValueNode? description)
    {
        Advance();
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        var isRepeatable = SkipKeyword("repeatable"u8);
        if (!SkipKeyword("on"u8)) throw ExpectedKeyword("on");
        Skip(TokenKind.Pipe);
        var mark = _pendingCount;
        do Push(ParseDirectiveLocation());
        while (Skip(TokenKind.Pipe));
        var locations = Take<NameNode>(mark);
        return new DirectiveDefinitionNode(_source, start, _lastEnd, description, name, arguments, isRepeatable, locations);
    }

    private NameNode ParseDirectiveLocation()
    {
        var unknown = _lexer.Kind == TokenKind.Name && !DirectiveLocations.Contains(_lexer.Value) ? Unexpected() : null;
        var name = ParseName(); // A token behind it that cannot be read is the earlier error.
        return unknown is null ? name : throw unknown;
    }
}
