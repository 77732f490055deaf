using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Cost;

/// <summary>What it costs to ask the schema about itself: little for each value, but its lists nest without end.</summary>
internal static class IntrospectionCosts
{
    /// <summary>The answer is in memory: a hundred such values weigh as much as one that a resolver has to fetch.</summary>
    private const double Weight = 0.01;

    public static void AddTo(Dictionary<FieldDefinition, FieldCosts> fields, GraphQLSchema schema)
    {
        foreach (var type in Introspection.Types.OfType<ObjectType>())
        {
            foreach (var field in type.Fields)
                fields[field] = CostsOf(field, LengthOf(type, field, schema));
        }

        fields[Introspection.Schema] = CostsOf(Introspection.Schema, 1);
        fields[Introspection.Type] = CostsOf(Introspection.Type, 1);
        fields[Introspection.TypeName] = new FieldCosts(0, 0, null, 1);
    }

    private static FieldCosts CostsOf(FieldDefinition field, double length)
    {
        var weight = field.Type.NamedType.IsComposite ? Weight : 0;
        return new FieldCosts(weight, weight, ListSize: null, length);
    }

    /// <summary>As long as such lists are in this schema on average.</summary>
    private static double LengthOf(ObjectType type, FieldDefinition field, GraphQLSchema schema)
    {
        if (field.Type.NullableType is not ListType) return 1;
        if (type == Introspection.SchemaType) return field.Name == "types" ? schema.Types.Count : schema.Directives.Count;
        if (type == Introspection.DirectiveType) return schema.Directives.Average(directive => directive.Arguments.Count);
        if (type == Introspection.FieldType)
            return schema.Types.OfType<FieldsType>().SelectMany(each => each.Fields).Average(each => each.Arguments.Count);
        return schema.Types.Average(each => (field.Name, each) switch
        {
            ("fields", FieldsType { Fields: var fields }) => fields.Count,
            ("interfaces", FieldsType { Interfaces: var interfaces }) => interfaces.Count,
            ("possibleTypes", { IsAbstract: true }) => schema.PossibleTypes(each).Count,
            ("inputFields", InputObjectType { Fields: var inputs }) => inputs.Count,
            ("enumValues", EnumType { Values: var values }) => values.Count,
            _ => 0,
        });
    }
}
