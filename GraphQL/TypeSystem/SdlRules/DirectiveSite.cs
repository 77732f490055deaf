using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>An element of the type system with the directives applied to it.</summary>
/// <param name="Directives">As written in one place.</param>
/// <param name="Location">The kind of element, as directive definitions name it.</param>
/// <param name="Element">Names what a definition and its extensions describe together; null for an element of one place.</param>
internal readonly record struct DirectiveSite(IReadOnlyList<DirectiveNode> Directives, string Location, string? Element)
{
    /// <summary>Not a name, so that no type can be called the same.</summary>
    public const string SchemaElement = "(schema)";
}
