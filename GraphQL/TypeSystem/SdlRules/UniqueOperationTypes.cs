using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>The schema and its extensions name one root type per kind of operation.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Root-Operation-Types</remarks>
internal static class UniqueOperationTypes
{
    public static void Check(SdlDocument sdl, SdlErrors errors)
    {
        var first = new Dictionary<OperationType, OperationTypeDefinitionNode>();
        foreach (var node in sdl.Definitions.SelectMany(OperationTypes))
        {
            if (first.TryAdd(node.Operation, node)) continue;
            var name = RootType.NameOf(node.Operation);
            errors.Report($"There can be only one {name} type in schema.", first[node.Operation], node);
        }
    }

    private static IReadOnlyList<OperationTypeDefinitionNode> OperationTypes(DefinitionNode definition) => definition switch
    {
        SchemaDefinitionNode schema => schema.OperationTypes,
        SchemaExtensionNode extension => extension.OperationTypes,
        _ => [],
    };
}
