using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

public static partial class Introspection
{
    private static NonNullType Text => new(BuiltInScalars.String);

    private static ScalarType OptionalText => BuiltInScalars.String;

    private static NonNullType Flag => new(BuiltInScalars.Boolean);

    private static FieldDefinitions SchemaFields() => new(
    [
        Field<GraphQLSchema>("description", OptionalText, schema => schema.Description),
        Field<GraphQLSchema>("types", ListOf(TypeType), ListedTypes.Of),
        Field<GraphQLSchema>("queryType", new NonNullType(TypeType), schema => schema.QueryType),
        Field<GraphQLSchema>("mutationType", TypeType, schema => schema.MutationType),
        Field<GraphQLSchema>("subscriptionType", TypeType, schema => schema.SubscriptionType),
        Field<GraphQLSchema>("directives", ListOf(DirectiveType), schema => schema.Directives),
    ]);

    private static FieldDefinitions TypeFields() => new(
    [
        Field<GraphQLType>("kind", new NonNullType(IntrospectionEnums.TypeKind), IntrospectionEnums.KindOf),
        Field<GraphQLType>("name", OptionalText, type => (type as TypeDefinition)?.Name),
        Field<GraphQLType>("description", OptionalText, type => (type as TypeDefinition)?.Description),
        Field<GraphQLType>("specifiedByURL", OptionalText, type => (type as ScalarType)?.SpecifiedByUrl),
        Field<GraphQLType, FieldDefinition>(
            "fields", NullableListOf(FieldType), type => (type as FieldsType)?.Fields, field => field.DeprecationReason),
        Field<GraphQLType>("interfaces", NullableListOf(TypeType), type => (type as FieldsType)?.Interfaces),
        Field("possibleTypes", NullableListOf(TypeType), context =>
            context.Parent is TypeDefinition { IsAbstract: true } type ? context.Schema.PossibleTypes(type) : null),
        Field<GraphQLType, EnumValueDefinition>(
            "enumValues", NullableListOf(EnumValueType), type => (type as EnumType)?.Values, value => value.DeprecationReason),
        Field<GraphQLType, InputValueDefinition>(
            "inputFields", NullableListOf(InputValueType),
            type => (type as InputObjectType)?.Fields, field => field.DeprecationReason),
        Field<GraphQLType>("ofType", TypeType, type => type is ListType list ? list.ItemType : (type as NonNullType)?.OfType),
        Field<GraphQLType>("isOneOf", BuiltInScalars.Boolean, type => (type as InputObjectType)?.IsOneOf),
    ]);

    private static FieldDefinitions FieldFields() => new(
    [
        Field<FieldDefinition>("name", Text, field => field.Name),
        Field<FieldDefinition>("description", OptionalText, field => field.Description),
        Field<FieldDefinition, InputValueDefinition>(
            "args", ListOf(InputValueType), field => field.Arguments, argument => argument.DeprecationReason),
        Field<FieldDefinition>("type", new NonNullType(TypeType), field => field.Type),
        Field<FieldDefinition>("isDeprecated", Flag, field => field.DeprecationReason is not null),
        Field<FieldDefinition>("deprecationReason", OptionalText, field => field.DeprecationReason),
    ]);

    private static FieldDefinitions InputValueFields() => new(
    [
        Field<InputValueDefinition>("name", Text, value => value.Name),
        Field<InputValueDefinition>("description", OptionalText, value => value.Description),
        Field<InputValueDefinition>("type", new NonNullType(TypeType), value => value.Type),
        Field<InputValueDefinition>(
            "defaultValue", OptionalText, value => value.DefaultValue is { } literal ? Printer.Print(literal) : null),
        Field<InputValueDefinition>("isDeprecated", Flag, value => value.DeprecationReason is not null),
        Field<InputValueDefinition>("deprecationReason", OptionalText, value => value.DeprecationReason),
    ]);

    private static FieldDefinitions EnumValueFields() => new(
    [
        Field<EnumValueDefinition>("name", Text, value => value.Name),
        Field<EnumValueDefinition>("description", OptionalText, value => value.Description),
        Field<EnumValueDefinition>("isDeprecated", Flag, value => value.DeprecationReason is not null),
        Field<EnumValueDefinition>("deprecationReason", OptionalText, value => value.DeprecationReason),
    ]);

    private static FieldDefinitions DirectiveFields() => new(
    [
        Field<DirectiveDefinition>("name", Text, directive => directive.Name),
        Field<DirectiveDefinition>("description", OptionalText, directive => directive.Description),
        Field<DirectiveDefinition>("isRepeatable", Flag, directive => directive.IsRepeatable),
        Field<DirectiveDefinition>("locations", ListOf(IntrospectionEnums.Location), directive => directive.Locations),
        Field<DirectiveDefinition, InputValueDefinition>(
            "args", ListOf(InputValueType), directive => directive.Arguments, argument => argument.DeprecationReason),
    ]);
}
