using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SchemaRules;

/// <summary>There is a query root, every root is an object type, and no two are the same.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Root-Operation-Types</remarks>
internal static class RootTypes
{
    public static void Check(GraphQLSchema schema, SdlErrors errors)
    {
        if (schema.RootTypes.All(root => root.Operation != OperationType.Query))
            errors.Report("Query root type must be provided.", schema.SyntaxNode);

        foreach (var root in schema.RootTypes)
        {
            if (root.Type is ObjectType) continue;
            var ifProvided = root.Operation == OperationType.Query ? "" : " if provided";
            errors.Report(
                $"{root.Operation} root type must be Object type{ifProvided}, it cannot be {root.Type}.",
                root.Reference ?? (SyntaxNode?)root.Type.SyntaxNode);
        }

        foreach (var same in schema.RootTypes.Where(root => root.Type is ObjectType).GroupBy(root => root.Type))
        {
            var operations = same.Select(root => RootType.NameOf(root.Operation)).ToList();
            if (operations.Count == 1) continue;
            var list = operations.Count == 2 ? $"{operations[0]} and {operations[1]}" : "query, mutation, and subscription";
            errors.Report(
                $"All root types must be different, \"{same.Key}\" type is used as {list} root types.",
                same.Select(root => root.Reference));
        }
    }
}
