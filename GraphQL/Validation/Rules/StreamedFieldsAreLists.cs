using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>Only a list can be streamed.</summary>
/// <remarks>https://github.com/graphql/graphql-spec/pull/1110</remarks>
internal sealed class StreamedFieldsAreLists : ValidationRule
{
    public override void EnterDirective(DirectiveNode directive, string location, ValidationContext context)
    {
        if (directive.Name.Value != IncrementalDirectives.StreamName || context.ParentType is null) return;
        if (context.Field is { } field && field.Type.NullableType is not ListType)
        {
            context.Report(
                $"Directive \"@stream\" cannot be used on non-list field \"{context.ParentType}.{field.Name}\".", directive);
        }
    }
}
