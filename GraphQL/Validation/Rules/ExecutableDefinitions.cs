using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>A document to execute holds operations and fragments only.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Executable-Definitions</remarks>
internal sealed class ExecutableDefinitions : ValidationRule
{
    public override void EnterDocument(DocumentNode document, ValidationContext context)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is ExecutableDefinitionNode) continue;
            var name = NameOf(definition) is { } node ? $"\"{node.Value}\"" : "schema";
            context.Report($"The {name} definition is not executable.", definition);
        }
    }

    private static NameNode? NameOf(DefinitionNode definition) => definition switch
    {
        TypeDefinitionNode type => type.Name,
        TypeExtensionNode extension => extension.Name,
        DirectiveDefinitionNode directive => directive.Name,
        _ => null,
    };
}
