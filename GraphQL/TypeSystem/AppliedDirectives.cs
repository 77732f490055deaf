using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>What the built-in directives say about the element that they are applied to.</summary>
internal static class AppliedDirectives
{
    public static DirectiveNode? Find(this IReadOnlyList<DirectiveNode> directives, DirectiveDefinition definition)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value == definition.Name)
                return directive;
        }

        return null;
    }

    /// <summary>Null if the element is not deprecated.</summary>
    public static string? DeprecationReason(this IReadOnlyList<DirectiveNode> directives) =>
        directives.Find(BuiltInDirectives.Deprecated) is { } deprecated
            ? Text(deprecated, "reason") ?? BuiltInDirectives.DefaultDeprecationReason
            : null;

    public static string? SpecifiedByUrl(this IReadOnlyList<DirectiveNode> directives) =>
        directives.Find(BuiltInDirectives.SpecifiedBy) is { } specifiedBy ? Text(specifiedBy, "url") : null;

    public static bool IsOneOf(this IReadOnlyList<DirectiveNode> directives) =>
        directives.Find(BuiltInDirectives.OneOf) is not null;

    private static string? Text(DirectiveNode directive, string argumentName)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument.Name.Value == argumentName)
                return (argument.Value as StringValueNode)?.Value;
        }

        return null;
    }
}
