using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>An operation, or a fragment of it, uses each variable that it defines.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-All-Variables-Used</remarks>
internal sealed class AllVariablesUsed : ValidationRule
{
    public override void LeaveDocument(DocumentNode document, ValidationContext context)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (operation.VariableDefinitions.Count == 0) continue;
            var used = context.Fragments.UsagesIn(operation).Select(usage => usage.Node.Name.Value).ToHashSet();
            foreach (var definition in operation.VariableDefinitions)
            {
                var name = definition.Variable.Name.Value;
                if (used.Contains(name)) continue;
                var where = operation.Name is { } operationName ? $" in operation \"{operationName.Value}\"" : "";
                context.Report($"Variable \"${name}\" is never used{where}.", definition);
            }
        }
    }
}
