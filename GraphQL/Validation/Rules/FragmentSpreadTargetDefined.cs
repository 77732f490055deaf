using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>A spread names a fragment of the document.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined</remarks>
internal sealed class FragmentSpreadTargetDefined : ValidationRule
{
    public override void EnterFragmentSpread(FragmentSpreadNode spread, ValidationContext context)
    {
        if (context.Fragments.Find(spread.Name.Value) is null)
            context.Report($"Unknown fragment \"{spread.Name.Value}\".", spread.Name);
    }
}
