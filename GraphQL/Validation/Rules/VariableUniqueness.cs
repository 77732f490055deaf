using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>An operation defines no variable twice.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Variable-Uniqueness</remarks>
internal sealed class VariableUniqueness : ValidationRule
{
    public override void EnterOperation(OperationDefinitionNode operation, ValidationContext context)
    {
        var names = operation.VariableDefinitions.Select(definition => definition.Variable.Name);
        foreach (var group in names.GroupBy(name => name.Value).Where(group => group.Skip(1).Any()))
            context.Report($"There can be only one variable named \"${group.Key}\".", [.. group]);
    }
}
