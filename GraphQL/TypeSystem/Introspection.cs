using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>The meta-fields and types by which a schema describes itself; their resolvers answer synchronously.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Introspection</remarks>
public static partial class Introspection
{
    public static readonly ObjectType SchemaType = new(
        "__Schema", "A type system: its types, its directives and its root types.");

    public static readonly ObjectType TypeType = new(
        "__Type", "A type. `kind` says what it is, and with that which of the other fields have a value.");

    public static readonly ObjectType FieldType = new("__Field", "A field of an object or interface type.");

    public static readonly ObjectType InputValueType = new(
        "__InputValue", "An argument of a field or directive, or a field of an input object.");

    public static readonly ObjectType EnumValueType = new("__EnumValue", "One of the names of an enum.");

    public static readonly ObjectType DirectiveType = new("__Directive", "A directive, its arguments and where it may stand.");

    /// <summary>All types whose names start with <c>__</c>.</summary>
    public static IReadOnlyList<TypeDefinition> Types { get; } =
    [
        SchemaType, TypeType, IntrospectionEnums.TypeKind, FieldType, InputValueType, EnumValueType, DirectiveType,
        IntrospectionEnums.Location,
    ];

    /// <summary><c>__schema</c>, a field of the query root.</summary>
    public static readonly FieldDefinition Schema = Field(
        "__schema", new NonNullType(SchemaType), context => context.Schema, "The type system that answers.");

    /// <summary><c>__type(name:)</c>, a field of the query root.</summary>
    public static readonly FieldDefinition Type = Field(
        "__type", TypeType, context => context.Schema.FindType((string)context.Arguments["name"]!), "A type by its name.",
        new InputValueDefinition("name", null, new NonNullType(BuiltInScalars.String), defaultValue: null));

    /// <summary><c>__typename</c>, a field of every object, interface and union: the plan knows the answer.</summary>
    public static readonly FieldDefinition TypeName = new(
        "__typename", "The object type's name.", new NonNullType(BuiltInScalars.String), new InputValueDefinitions([]));

    static Introspection()
    {
        SchemaType.Fields = SchemaFields();
        TypeType.Fields = TypeFields();
        FieldType.Fields = FieldFields();
        InputValueType.Fields = InputValueFields();
        EnumValueType.Fields = EnumValueFields();
        DirectiveType.Fields = DirectiveFields();
    }

    private static FieldDefinition Field(
        string name, GraphQLType type, Func<ResolverContext, object?> resolve, string? description = null,
        params ReadOnlySpan<InputValueDefinition> arguments) =>
        new(name, description, type, new InputValueDefinitions(arguments.ToArray()))
        {
            Resolver = context => ValueTask.FromResult(resolve(context)),
        };

    /// <summary>A field of a meta-type whose values are of one CLR type.</summary>
    private static FieldDefinition Field<TParent>(string name, GraphQLType type, Func<TParent, object?> read) =>
        Field(name, type, context => read((TParent)context.Parent!));

    /// <summary>A list that leaves deprecated elements out unless they are asked for.</summary>
    private static FieldDefinition Field<TParent, TElement>(
        string name, GraphQLType type, Func<TParent, IEnumerable<TElement>?> read, Func<TElement, string?> deprecationReason) =>
        Field(
            name, type,
            context => read((TParent)context.Parent!) is not { } elements ? null
                : context.Arguments["includeDeprecated"] is true ? elements.ToList()
                : elements.Where(element => deprecationReason(element) is null).ToList(),
            description: null,
            new InputValueDefinition(
                "includeDeprecated", null, new NonNullType(BuiltInScalars.Boolean),
                new BooleanValueNode(Source.None, 0, 0, value: false)));

    private static NonNullType ListOf(TypeDefinition type) => new(NullableListOf(type));

    private static ListType NullableListOf(TypeDefinition type) => new(new NonNullType(type));
}
