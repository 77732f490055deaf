namespace Jobs.GraphQL.Language;

/// <content>Extensions of the type system. Each must add something.</content>
public ref partial struct Parser
{
    private TypeSystemExtensionNode ParseTypeSystemExtension(int start)
    {
        Advance();
        if (_lexer.Kind != TokenKind.Name) throw Unexpected();
        return _lexer.Value switch
        {
            "schema" => ParseSchemaExtension(start),
            "scalar" => ParseScalarTypeExtension(start),
            "type" => ParseObjectTypeExtension(start),
            "interface" => ParseInterfaceTypeExtension(start),
            "union" => ParseUnionTypeExtension(start),
            "enum" => ParseEnumTypeExtension(start),
            "input" => ParseInputObjectTypeExtension(start),
            _ => throw Unexpected(),
        };
    }

    private SchemaExtensionNode ParseSchemaExtension(int start)
    {
        Advance();
        var directives = ParseDirectives(isConstant: true);
        var operationTypes = ParseOperationTypeDefinitions();
        if (directives.Length + operationTypes.Length == 0) throw Unexpected();
        return new SchemaExtensionNode(_source, start, _lastEnd, directives, operationTypes);
    }

    private ScalarTypeExtensionNode ParseScalarTypeExtension(int start)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        if (directives.Length == 0) throw Unexpected();
        return new ScalarTypeExtensionNode(_source, start, _lastEnd, name, directives);
    }

    private ObjectTypeExtensionNode ParseObjectTypeExtension(int start)
    {
        Advance();
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        if (interfaces.Length + directives.Length + fields.Length == 0) throw Unexpected();
        return new ObjectTypeExtensionNode(_source, start, _lastEnd, name, interfaces, directives, fields);
    }

    private InterfaceTypeExtensionNode ParseInterfaceTypeExtension(int start)
    {
        Advance();
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        if (interfaces.Length + directives.Length + fields.Length == 0) throw Unexpected();
        return new InterfaceTypeExtensionNode(_source, start, _lastEnd, name, interfaces, directives, fields);
    }

    private UnionTypeExtensionNode ParseUnionTypeExtension(int start)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var types = ParseUnionMemberTypes();
        if (directives.Length + types.Length == 0) throw Unexpected();
        return new UnionTypeExtensionNode(_source, start, _lastEnd, name, directives, types);
    }

    private EnumTypeExtensionNode ParseEnumTypeExtension(int start)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var values = ParseEnumValueDefinitions();
        if (directives.Length + values.Length == 0) throw Unexpected();
        return new EnumTypeExtensionNode(_source, start, _lastEnd, name, directives, values);
    }

    private InputObjectTypeExtensionNode ParseInputObjectTypeExtension(int start)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseInputFieldDefinitions();
        if (directives.Length + fields.Length == 0) throw Unexpected();
        return new InputObjectTypeExtensionNode(_source, start, _lastEnd, name, directives, fields);
    }
}
