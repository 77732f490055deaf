using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>What the rules must know of a directive, whether built in or defined in the document.</summary>
internal sealed record DirectiveSignature(
    string Name, IReadOnlyCollection<string> Locations, bool IsRepeatable, IReadOnlyList<DirectiveSignature.Argument> Arguments)
{
    public static DirectiveSignature Of(DirectiveDefinition directive) => new(
        directive.Name, [.. directive.Locations], directive.IsRepeatable,
        [.. directive.Arguments.Select(argument => new Argument(argument.Name, argument.Type.ToString(), argument.IsRequired))]);

    public static DirectiveSignature Of(DirectiveDefinitionNode directive) => new(
        directive.Name.Value, [.. directive.Locations.Select(location => location.Value)], directive.IsRepeatable,
        [.. directive.Arguments.Select(argument => new Argument(
            argument.Name.Value, Printer.Print(argument.Type), argument is { Type: NonNullTypeNode, DefaultValue: null }))]);

    /// <summary>Looked up, for directives can have thousands of arguments.</summary>
    public IReadOnlySet<string> ArgumentNames { get; } =
        Arguments.Select(argument => argument.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>An argument, its type as SDL writes it.</summary>
    public sealed record Argument(string Name, string Type, bool IsRequired);
}
