using System.Collections.Frozen;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>A document that was parsed and found valid, with its operations planned.</summary>
internal sealed class PreparedDocument
{
    private readonly List<OperationPlan> _operations;

    public PreparedDocument(GraphQLSchema schema, DocumentNode document)
    {
        var fragments = document.Definitions.OfType<FragmentDefinitionNode>()
            .ToFrozenDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
        _operations =
        [
            .. document.Definitions.OfType<OperationDefinitionNode>()
                .Select(operation => new OperationPlan(schema, operation, fragments)),
        ];
    }

    /// <summary>The operation of that name, or the only one.</summary>
    /// <remarks>https://spec.graphql.org/September2025/#GetOperation()</remarks>
    public (OperationPlan? Operation, GraphQLError? Error) GetOperation(string? name)
    {
        if (name is not null)
        {
            foreach (var operation in _operations)
                if (operation.Name == name) return (operation, null);
            return (null, Problem($"Unknown operation named \"{name}\"."));
        }

        return _operations switch
        {
            [var only] => (only, null),
            [] => (null, Problem("Must provide an operation.")),
            _ => (null, Problem("Must provide operation name if query contains multiple operations.")),
        };
    }

    private static GraphQLError Problem(string message) => new(message) { Code = ErrorCodes.OperationResolutionFailure };
}
