using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>An operation without a name is the only operation.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation</remarks>
internal sealed class LoneAnonymousOperation : ValidationRule
{
    private int _operationCount;

    public override void EnterDocument(DocumentNode document, ValidationContext context) =>
        _operationCount = document.Definitions.Count(definition => definition is OperationDefinitionNode);

    public override void EnterOperation(OperationDefinitionNode operation, ValidationContext context)
    {
        if (operation.Name is null && _operationCount > 1)
            context.Report("This anonymous operation must be the only defined operation.", operation);
    }
}
