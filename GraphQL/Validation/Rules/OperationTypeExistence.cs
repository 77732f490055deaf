using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>The schema has a root type for each kind of operation in the document.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Operation-Type-Existence</remarks>
internal sealed class OperationTypeExistence : ValidationRule
{
    public override void EnterOperation(OperationDefinitionNode operation, ValidationContext context)
    {
        if (context.RootType(operation.Operation) is not null) return;
        var kind = operation.Operation switch
        {
            OperationType.Query => "query",
            OperationType.Mutation => "mutation",
            _ => "subscription",
        };
        context.Report($"The {kind} operation is not supported by the schema.", operation);
    }
}
