using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>The label of a deferred fragment or a streamed list is a literal, and no other has it.</summary>
/// <remarks>https://github.com/graphql/graphql-spec/pull/1110</remarks>
internal sealed class IncrementalLabels : ValidationRule
{
    private readonly Dictionary<string, DirectiveNode> _known = new(StringComparer.Ordinal);

    public override void EnterDirective(DirectiveNode directive, string location, ValidationContext context)
    {
        var name = directive.Name.Value;
        if (name is not (IncrementalDirectives.DeferName or IncrementalDirectives.StreamName)) return;
        switch (IncrementalDirectives.ArgumentOf(directive, "label"))
        {
            case null or NullValueNode:
                break;
            case StringValueNode label when _known.TryAdd(label.Value, directive):
                break;
            case StringValueNode label:
                context.Report(
                    "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream "
                    + "directive usages.",
                    _known[label.Value], directive);
                break;
            default:
                context.Report($"Argument \"@{name}(label:)\" must be a static string.", directive);
                break;
        }
    }
}
