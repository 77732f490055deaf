using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>Every fragment is reached from an operation.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used</remarks>
internal sealed class FragmentsMustBeUsed : ValidationRule
{
    public override void LeaveDocument(DocumentNode document, ValidationContext context)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
            used.UnionWith(context.Fragments.ReachableFrom(operation).Select(fragment => fragment.Name.Value));
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            if (!used.Contains(fragment.Name.Value))
                context.Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
        }
    }
}
