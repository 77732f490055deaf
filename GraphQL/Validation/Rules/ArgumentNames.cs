using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>An argument is given only where the field or directive has it.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Argument-Names</remarks>
internal sealed class ArgumentNames : ValidationRule
{
    public override void EnterField(FieldNode field, ValidationContext context)
    {
        if (context.Field is not { } definition) return;
        foreach (var argument in field.Arguments)
        {
            var name = argument.Name.Value;
            if (definition.Arguments.Find(name) is not null) continue;
            var suggestion = context.Suggestions.For(name, definition.Arguments, candidate => candidate.Name);
            context.Report($"Unknown argument \"{name}\" on field \"{context.FieldCoordinate}\".{suggestion}", argument);
        }
    }

    public override void EnterDirective(DirectiveNode directive, string location, ValidationContext context)
    {
        if (context.Schema.FindDirective(directive.Name.Value) is not { } definition) return;
        foreach (var argument in directive.Arguments)
        {
            var name = argument.Name.Value;
            if (definition.Arguments.Find(name) is not null) continue;
            var suggestion = context.Suggestions.For(name, definition.Arguments, candidate => candidate.Name);
            context.Report($"Unknown argument \"{name}\" on directive \"@{definition.Name}\".{suggestion}", argument);
        }
    }
}
