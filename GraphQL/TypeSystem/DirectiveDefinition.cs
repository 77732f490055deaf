using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>A directive that documents or schemas may use at the named locations.</summary>
public sealed class DirectiveDefinition(
    string name, string? description, InputValueDefinitions arguments, IReadOnlyList<string> locations, bool isRepeatable)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public InputValueDefinitions Arguments { get; } = arguments;

    /// <summary>Names of directive locations as the specification spells them, e.g. <c>FIELD_DEFINITION</c>.</summary>
    public IReadOnlyList<string> Locations { get; } = locations;

    public bool IsRepeatable { get; } = isRepeatable;

    public DirectiveDefinitionNode? SyntaxNode { get; internal init; }
}
