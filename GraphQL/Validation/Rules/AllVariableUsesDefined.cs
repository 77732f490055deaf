using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>An operation defines the variables that it and its fragments use.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined</remarks>
internal sealed class AllVariableUsesDefined : ValidationRule
{
    public override void LeaveDocument(DocumentNode document, ValidationContext context)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            var defined = operation.VariableDefinitions.Select(definition => definition.Variable.Name.Value).ToHashSet();
            foreach (var (variable, _, _, _) in context.Fragments.UsagesIn(operation))
            {
                var name = variable.Name.Value;
                if (defined.Contains(name)) continue;
                var by = operation.Name is { } operationName ? $" by operation \"{operationName.Value}\"" : "";
                context.Report($"Variable \"${name}\" is not defined{by}.", variable, operation);
            }
        }
    }
}
