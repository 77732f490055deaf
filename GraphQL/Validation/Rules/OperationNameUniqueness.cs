using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>No two operations have the same name.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness</remarks>
internal sealed class OperationNameUniqueness : ValidationRule
{
    private readonly Dictionary<string, NameNode> _names = new(StringComparer.Ordinal);

    public override void EnterOperation(OperationDefinitionNode operation, ValidationContext context)
    {
        if (operation.Name is { } name && !_names.TryAdd(name.Value, name))
            context.Report($"There can be only one operation named \"{name.Value}\".", _names[name.Value], name);
    }
}
