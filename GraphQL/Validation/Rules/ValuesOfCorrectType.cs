using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>A literal is a value of the type that its place expects.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type</remarks>
internal sealed class ValuesOfCorrectType : ValidationRule
{
    private LiteralValidation? _literals;

    public override void EnterArgument(ArgumentNode argument, ValidationContext context) => Check(argument.Value, context);

    public override void EnterVariableDefinition(VariableDefinitionNode definition, ValidationContext context) =>
        Check(definition.DefaultValue, context);

    private void Check(ValueNode? value, ValidationContext context)
    {
        if (value is null || context.InputType is not { } type) return;
        _literals ??= new LiteralValidation(
            context.Options, context.Suggestions, error => context.Report(error.Message, error.Node));
        _literals.Validate(value, type);
    }
}
