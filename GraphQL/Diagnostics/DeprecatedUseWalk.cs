using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Diagnostics;

/// <summary>One walk through an operation and the fragments that it spreads, for the deprecated elements in them.</summary>
/// <remarks>Recursive like validation, which came first: the parser bounds how deep a document can nest.</remarks>
internal sealed class DeprecatedUseWalk(GraphQLSchema schema)
{
    private readonly HashSet<string> _spread = new(StringComparer.Ordinal);
    private readonly Queue<string> _open = new();

    public HashSet<string> Found { get; } = new(StringComparer.Ordinal);

    public void Walk(OperationDefinitionNode operation, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
    {
        foreach (var variable in operation.VariableDefinitions)
        {
            if (variable.DefaultValue is { } value && schema.FindType(variable.Type.NamedType.Name.Value) is { } type)
                WalkValue(value, type);
        }

        WalkDirectives(operation.Directives);
        WalkSelections(operation.SelectionSet, schema.RootTypeOf(operation.Operation));
        while (_open.TryDequeue(out var name)) // A chain of fragments may be long: one after the other, not within each other.
        {
            if (!fragments.TryGetValue(name, out var fragment)) continue;
            WalkDirectives(fragment.Directives);
            WalkSelections(fragment.SelectionSet, schema.FindType(fragment.TypeCondition.Name.Value));
        }
    }

    private void WalkSelections(SelectionSetNode? selections, TypeDefinition? type)
    {
        foreach (var selection in selections?.Selections ?? [])
        {
            WalkDirectives(selection.Directives);
            switch (selection)
            {
                case FieldNode field:
                    WalkField(field, (type as FieldsType)?.Fields.Find(field.Name.Value), type);
                    break;
                case InlineFragmentNode inline:
                    var condition = inline.TypeCondition is { } node ? schema.FindType(node.Name.Value) : type;
                    WalkSelections(inline.SelectionSet, condition);
                    break;
                case FragmentSpreadNode spread when _spread.Add(spread.Name.Value):
                    _open.Enqueue(spread.Name.Value);
                    break;
            }
        }
    }

    private void WalkField(FieldNode node, FieldDefinition? field, TypeDefinition? type)
    {
        if (field is null) return; // __typename, __schema and __type: nothing in introspection is deprecated.
        if (field.DeprecationReason is not null) Found.Add($"{type}.{field.Name}");
        foreach (var argument in node.Arguments)
        {
            if (field.Arguments.Find(argument.Name.Value) is not { } definition) continue;
            if (definition.DeprecationReason is not null) Found.Add($"{type}.{field.Name}({definition.Name}:)");
            WalkValue(argument.Value, definition.Type);
        }

        WalkSelections(node.SelectionSet, field.Type.NamedType);
    }

    private void WalkDirectives(IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var node in directives)
        {
            if (schema.FindDirective(node.Name.Value) is not { } directive) continue;
            foreach (var argument in node.Arguments)
            {
                if (directive.Arguments.Find(argument.Name.Value) is not { } definition) continue;
                if (definition.DeprecationReason is not null) Found.Add($"@{directive.Name}({definition.Name}:)");
                WalkValue(argument.Value, definition.Type);
            }
        }
    }

    private void WalkValue(ValueNode value, GraphQLType type)
    {
        switch (value)
        {
            case ListValueNode list:
                var itemType = type.NullableType is ListType known ? known.ItemType : type;
                foreach (var item in list.Items) WalkValue(item, itemType);
                break;
            case EnumValueNode name when type.NamedType is EnumType @enum:
                if (@enum.Find(name.Value) is { DeprecationReason: not null }) Found.Add($"{@enum}.{name.Value}");
                break;
            case ObjectValueNode fields when type.NamedType is InputObjectType input:
                foreach (var node in fields.Fields)
                {
                    if (input.Fields.Find(node.Name.Value) is not { } field) continue;
                    if (field.DeprecationReason is not null) Found.Add($"{input}.{field.Name}");
                    WalkValue(node.Value, field.Type);
                }

                break;
        }
    }
}
