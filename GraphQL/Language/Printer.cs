using System.Diagnostics;

namespace Jobs.GraphQL.Language;

/// <summary>Writes syntax trees in the layout of the reference implementation, character by character.</summary>
/// <remarks>
/// From the leaves up, for whether a node fits on one line depends on how long its children came out. A deep child is copied once
/// per level to indent it; the parser limits the depth.
/// </remarks>
public static partial class Printer
{
    private const int LongestLine = 80;

    public static string Print(SyntaxNode node) => node switch
    {
        DocumentNode document => Join(document.Definitions, "\n\n"),
        DefinitionNode definition => PrintDefinition(definition),
        SelectionSetNode set => Block(set.Selections),
        FieldNode field => PrintField(field),
        FragmentSpreadNode spread => Words("..." + spread.Name.Value, Join(spread.Directives, " ")),
        InlineFragmentNode inline => Words(
            "...", Lead("on ", inline.TypeCondition), Join(inline.Directives, " "), Print(inline.SelectionSet)),
        VariableDefinitionNode variable => PrintVariableDefinition(variable),
        ArgumentNode argument => $"{argument.Name.Value}: {Print(argument.Value)}",
        DirectiveNode directive => $"@{directive.Name.Value}{Wrap("(", Join(directive.Arguments, ", "), ")")}",
        ValueNode value => PrintValue(value),
        ObjectFieldNode field => $"{field.Name.Value}: {Print(field.Value)}",
        NameNode name => name.Value,
        NamedTypeNode type => type.Name.Value,
        ListTypeNode type => $"[{Print(type.Type)}]",
        NonNullTypeNode type => $"{Print(type.Type)}!",
        OperationTypeDefinitionNode type => $"{Keyword(type.Operation)}: {Print(type.Type)}",
        FieldDefinitionNode field => PrintFieldDefinition(field),
        InputValueDefinitionNode value => PrintInputValueDefinition(value),
        EnumValueDefinitionNode value =>
            Description(value.Description) + Words(value.Name.Value, Join(value.Directives, " ")),
        _ => throw new UnreachableException(),
    };

    private static string PrintDefinition(DefinitionNode node) => node switch
    {
        OperationDefinitionNode operation => PrintOperation(operation),
        FragmentDefinitionNode fragment => PrintFragment(fragment),
        TypeSystemDefinitionNode definition => Description(definition.Description) + PrintTypeSystemDefinition(definition),
        TypeSystemExtensionNode extension => PrintTypeSystemExtension(extension),
        _ => throw new UnreachableException(),
    };

    private static string PrintOperation(OperationDefinitionNode operation)
    {
        var head = Description(operation.Description) + Words(
            Keyword(operation.Operation),
            operation.Name?.Value + PrintParenthesized(operation.VariableDefinitions, ""),
            Join(operation.Directives, " "));
        var selectionSet = Print(operation.SelectionSet);
        return head == "query" ? selectionSet : $"{head} {selectionSet}";
    }

    private static string PrintFragment(FragmentDefinitionNode fragment) =>
        Description(fragment.Description) + Words(
            $"fragment {fragment.Name.Value} on {fragment.TypeCondition.Name.Value}",
            Join(fragment.Directives, " "),
            Print(fragment.SelectionSet));

    private static string PrintVariableDefinition(VariableDefinitionNode variable) =>
        Description(variable.Description) + Words(
            $"{Print(variable.Variable)}: {Print(variable.Type)}",
            Lead("= ", variable.DefaultValue),
            Join(variable.Directives, " "));

    private static string PrintField(FieldNode field)
    {
        var head = field.Alias is { } alias ? $"{alias.Value}: {field.Name.Value}" : field.Name.Value;
        string[] arguments = [.. field.Arguments.Select(Print)];
        var line = head + Wrap("(", string.Join(", ", arguments), ")");
        if (line.Length > LongestLine) line = head + Wrap("(\n", Indent(string.Join('\n', arguments)), "\n)");
        return Words(line, Join(field.Directives, " "), field.SelectionSet is { } set ? Print(set) : "");
    }

    private static string PrintValue(ValueNode node) => node switch
    {
        VariableNode variable => "$" + variable.Name.Value,
        IntValueNode value => value.Value,
        FloatValueNode value => value.Value,
        StringValueNode { IsBlock: true } value => BlockString.Print(value.Value),
        StringValueNode value => QuotedString.Print(value.Value),
        BooleanValueNode value => value.Value ? "true" : "false",
        NullValueNode => "null",
        EnumValueNode value => value.Value,
        ListValueNode list => Enclose("[", list.Items, "]"),
        ObjectValueNode value => Enclose("{ ", value.Fields, " }"),
        _ => throw new UnreachableException(),
    };

    /// <summary>On one line or, if that gets too long, a line for each. Each is printed once: twice would double at every level.</summary>
    private static string Enclose(string open, IReadOnlyList<SyntaxNode> nodes, string close)
    {
        string[] printed = [.. nodes.Select(Print)];
        var line = $"{open}{string.Join(", ", printed)}{close}";
        return line.Length <= LongestLine ? line : $"{open.TrimEnd()}\n{Indent(string.Join('\n', printed))}\n{close.TrimStart()}";
    }
}
