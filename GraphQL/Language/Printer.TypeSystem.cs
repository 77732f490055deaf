using System.Diagnostics;

namespace Jobs.GraphQL.Language;

/// <content>The type system, and the pieces that all layouts are made of.</content>
public static partial class Printer
{
    private static string PrintTypeSystemDefinition(TypeSystemDefinitionNode node) => node switch
    {
        SchemaDefinitionNode schema => Words("schema", Join(schema.Directives, " "), Block(schema.OperationTypes)),
        DirectiveDefinitionNode directive => Words(
            $"directive @{directive.Name.Value}{PrintParenthesized(directive.Arguments, "  ")}",
            directive.IsRepeatable ? "repeatable" : "",
            "on " + Join(directive.Locations, " | ")),
        TypeDefinitionNode type => Words(
            Keyword(type.Kind),
            type.Name.Value,
            PrintImplements((type as ComplexTypeDefinitionNode)?.Interfaces),
            Join(type.Directives, " "),
            type switch
            {
                ComplexTypeDefinitionNode complex => Block(complex.Fields),
                UnionTypeDefinitionNode union => Wrap("= ", Join(union.Types, " | "), ""),
                EnumTypeDefinitionNode values => Block(values.Values),
                InputObjectTypeDefinitionNode input => Block(input.Fields),
                _ => "",
            }),
        _ => throw new UnreachableException(),
    };

    private static string PrintTypeSystemExtension(TypeSystemExtensionNode node) => node switch
    {
        SchemaExtensionNode schema => Words("extend schema", Join(schema.Directives, " "), Block(schema.OperationTypes)),
        TypeExtensionNode type => Words(
            "extend",
            Keyword(type.Kind),
            type.Name.Value,
            PrintImplements((type as ComplexTypeExtensionNode)?.Interfaces),
            Join(type.Directives, " "),
            type switch
            {
                ComplexTypeExtensionNode complex => Block(complex.Fields),
                UnionTypeExtensionNode union => Wrap("= ", Join(union.Types, " | "), ""),
                EnumTypeExtensionNode values => Block(values.Values),
                InputObjectTypeExtensionNode input => Block(input.Fields),
                _ => "",
            }),
        _ => throw new UnreachableException(),
    };

    private static string PrintImplements(IReadOnlyList<NamedTypeNode>? interfaces) =>
        interfaces is null ? "" : Wrap("implements ", Join(interfaces, " & "), "");

    private static string PrintFieldDefinition(FieldDefinitionNode field) =>
        Description(field.Description) + Words(
            $"{field.Name.Value}{PrintParenthesized(field.Arguments, "  ")}: {Print(field.Type)}",
            Join(field.Directives, " "));

    private static string PrintInputValueDefinition(InputValueDefinitionNode value) =>
        Description(value.Description) + Words(
            $"{value.Name.Value}: {Print(value.Type)}",
            Lead("= ", value.DefaultValue),
            Join(value.Directives, " "));

    private static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private static string Keyword(NodeKind kind) => kind switch
    {
        NodeKind.ScalarTypeDefinition or NodeKind.ScalarTypeExtension => "scalar",
        NodeKind.ObjectTypeDefinition or NodeKind.ObjectTypeExtension => "type",
        NodeKind.InterfaceTypeDefinition or NodeKind.InterfaceTypeExtension => "interface",
        NodeKind.UnionTypeDefinition or NodeKind.UnionTypeExtension => "union",
        NodeKind.EnumTypeDefinition or NodeKind.EnumTypeExtension => "enum",
        _ => "input",
    };

    /// <summary>Definitions between parentheses: a line each as soon as one of them has several.</summary>
    private static string PrintParenthesized(IReadOnlyList<SyntaxNode> nodes, string indent)
    {
        var parts = nodes.Select(Print).ToArray();
        return parts.Any(part => part.Contains('\n', StringComparison.Ordinal))
            ? $"(\n{Indent(string.Join('\n', parts), indent)}\n)"
            : Wrap("(", string.Join(", ", parts), ")");
    }

    private static string Description(StringValueNode? description) => description is null ? "" : Print(description) + "\n";

    private static string Lead(string lead, SyntaxNode? node) => node is null ? "" : lead + Print(node);

    private static string Block(IReadOnlyList<SyntaxNode> nodes) => Wrap("{\n", Indent(Join(nodes, "\n")), "\n}");

    private static string Join(IReadOnlyList<SyntaxNode> nodes, string separator) =>
        nodes.Count == 0 ? "" : string.Join(separator, nodes.Select(Print));

    private static string Words(params ReadOnlySpan<string> words)
    {
        var present = new List<string>(words.Length);
        foreach (var word in words)
            if (word.Length > 0) present.Add(word);
        return string.Join(' ', present);
    }

    private static string Wrap(string open, string text, string close) => text.Length == 0 ? "" : open + text + close;

    private static string Indent(string text, string indent = "  ") =>
        text.Length == 0 ? "" : indent + text.Replace("\n", "\n" + indent, StringComparison.Ordinal);
}
