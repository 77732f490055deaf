using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>No two fragments have the same name.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness</remarks>
internal sealed class FragmentNameUniqueness : ValidationRule
{
    private readonly Dictionary<string, NameNode> _names = new(StringComparer.Ordinal);

    public override void EnterFragment(FragmentDefinitionNode fragment, ValidationContext context)
    {
        var name = fragment.Name;
        if (!_names.TryAdd(name.Value, name))
            context.Report($"There can be only one fragment named \"{name.Value}\".", _names[name.Value], name);
    }
}
