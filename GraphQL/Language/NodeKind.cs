namespace Jobs.GraphQL.Language;

/// <summary>What a node of the syntax tree is, for a switch that is cheaper than a chain of type tests.</summary>
public enum NodeKind
{
    Document,
    Name,

    OperationDefinition,
    VariableDefinition,
    FragmentDefinition,

    SelectionSet,
    Field,
    FragmentSpread,
    InlineFragment,
    Argument,
    Directive,

    Variable,
    IntValue,
    FloatValue,
    StringValue,
    BooleanValue,
    NullValue,
    EnumValue,
    ListValue,
    ObjectValue,
    ObjectField,

    NamedType,
    ListType,
    NonNullType,

    SchemaDefinition,
    OperationTypeDefinition,
    ScalarTypeDefinition,
    ObjectTypeDefinition,
    FieldDefinition,
    InputValueDefinition,
    InterfaceTypeDefinition,
    UnionTypeDefinition,
    EnumTypeDefinition,
    EnumValueDefinition,
    InputObjectTypeDefinition,
    DirectiveDefinition,

    SchemaExtension,
    ScalarTypeExtension,
    ObjectTypeExtension,
    InterfaceTypeExtension,
    UnionTypeExtension,
    EnumTypeExtension,
    InputObjectTypeExtension,
}
