using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>A variable has a type that input can have.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types</remarks>
internal sealed class VariablesAreInputTypes : ValidationRule
{
    public override void EnterVariableDefinition(VariableDefinitionNode definition, ValidationContext context)
    {
        if (context.FindType(definition.Type) is { NamedType.IsInputType: false } type)
            context.Report(
                $"Variable \"${definition.Variable.Name.Value}\" cannot be non-input type \"{type}\".", definition.Type);
    }
}
