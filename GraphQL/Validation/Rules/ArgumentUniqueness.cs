using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>No argument is given twice.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Argument-Uniqueness</remarks>
internal sealed class ArgumentUniqueness : ValidationRule
{
    public override void EnterField(FieldNode field, ValidationContext context) => Check(field.Arguments, context);

    public override void EnterDirective(DirectiveNode directive, string location, ValidationContext context) =>
        Check(directive.Arguments, context);

    private static void Check(IReadOnlyList<ArgumentNode> arguments, ValidationContext context)
    {
        if (arguments.Count < 2) return;
        var names = arguments.Select(argument => argument.Name).GroupBy(name => name.Value);
        foreach (var group in names.Where(group => group.Skip(1).Any()))
            context.Report($"There can be only one argument named \"{group.Key}\".", [.. group]);
    }
}
