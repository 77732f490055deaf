using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>The enums that introspection uses.</summary>
internal static class IntrospectionEnums
{
    private const string Scalar = "SCALAR";
    private const string Object = "OBJECT";
    private const string Interface = "INTERFACE";
    private const string Union = "UNION";
    private const string Enum = "ENUM";
    private const string InputObject = "INPUT_OBJECT";
    private const string List = "LIST";
    private const string NonNull = "NON_NULL";

    public static readonly EnumType TypeKind = new(
        "__TypeKind", "What a `__Type` is.",
        [
            new EnumValueDefinition(Scalar, "A leaf with a format of its own."),
            new EnumValueDefinition(Object, "`fields` and `interfaces` have values."),
            new EnumValueDefinition(Interface, "`fields`, `interfaces` and `possibleTypes` have values."),
            new EnumValueDefinition(Union, "`possibleTypes` has a value."),
            new EnumValueDefinition(Enum, "`enumValues` has a value."),
            new EnumValueDefinition(InputObject, "`inputFields` and `isOneOf` have values."),
            new EnumValueDefinition(List, "`ofType` has a value."),
            new EnumValueDefinition(NonNull, "`ofType` has a value."),
        ]);

    public static readonly EnumType Location = new(
        "__DirectiveLocation", "Where a directive may stand.",
        [.. DirectiveLocations.All.Select(name => new EnumValueDefinition(name, description: null))]);

    public static string KindOf(GraphQLType type) => type switch
    {
        ScalarType => Scalar,
        ObjectType => Object,
        InterfaceType => Interface,
        UnionType => Union,
        EnumType => Enum,
        InputObjectType => InputObject,
        ListType => List,
        _ => NonNull,
    };
}
