namespace Jobs.GraphQL.Language;

/// <content>Extensions of the type system. Each must add something.</content>
public ref partial struct Parser
{
    private TypeSystemExtensionNode ParseTypeSystemExtension(int start)
    {
        Advance();
        if (lexer.Kind != TokenKind.Name) throw Unexpected();
        return lexer.Value switch
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
        return new SchemaExtensionNode(source, start, lastEnd, directives, operationTypes);
    }

    private ScalarTypeExtensionNode ParseScalarTypeExtension(int start)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        if (directives.Length == 0) throw Unexpected();
        return new ScalarTypeExtensionNode(source, start, lastEnd, name, directives);
    }

    private ObjectTypeExtensionNode ParseObjectTypeExtension(int start)
    {
        Advance();
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        if (interfaces.Length + directives.Length + fields.Length == 0) throw Unexpected();
        return new ObjectTypeExtensionNode(source, start, lastEnd, name, interfaces, directives, fields);
    }

    private InterfaceTypeExtensionNode ParseInterfaceTypeExtension(int start)
    {
        Advance();
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        if (interfaces.Length + directives.Length + fields.Length == 0) throw Unexpected();
        return new InterfaceTypeExtensionNode(source, start, lastEnd, name, interfaces, directives, fields);
    }

    private UnionTypeExtensionNode ParseUnionTypeExtension(int start)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var types = ParseUnionMemberTypes();
        if (directives.Length + types.Length == 0) throw Unexpected();
        return new UnionTypeExtensionNode(source, start, lastEnd, name, directives, types);
    }

    private EnumTypeExtensionNode ParseEnumTypeExtension(int start)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var values = ParseEnumValueDefinitions();
        if (directives.Length + values.Length == 0) throw Unexpected();
        return new EnumTypeExtensionNode(source, start, lastEnd, name, directives, values);
    }

    private InputObjectTypeExtensionNode ParseInputObjectTypeExtension(int start)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseInputFieldDefinitions();
        if (directives.Length + fields.Length == 0) throw Unexpected();
        return new InputObjectTypeExtensionNode(source, start, lastEnd, name, directives, fields);
    }
}
