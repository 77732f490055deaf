using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>A variable of an operation with its type found in the schema.</summary>
internal sealed record VariableDefinition(string Name, GraphQLType Type, VariableDefinitionNode Node)
{
    public static VariableDefinition Of(GraphQLSchema schema, VariableDefinitionNode node) =>
        new(node.Variable.Name.Value, TypeOf(schema, node.Type), node);

    private static GraphQLType TypeOf(GraphQLSchema schema, TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(TypeOf(schema, nonNull.Type)),
        ListTypeNode list => new ListType(TypeOf(schema, list.Type)),
        _ => schema.FindType(node.NamedType.Name.Value)
            ?? throw new InvalidOperationException($"No type {node.NamedType.Name.Value}: the document was not validated."),
    };
}
