using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>Merges selection sets into the fields of a response.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Field-Collection</remarks>
internal static class FieldCollector
{
    public static PlannedSelectionSet CollectFields(PlanVariant variant, ObjectType type, SelectionSetNode selectionSet) =>
        Collect(variant, type, [selectionSet]);

    public static PlannedSelectionSet CollectSubfields(PlanVariant variant, ObjectType type, List<FieldNode> fields) =>
        Collect(variant, type, fields.Where(field => field.SelectionSet is not null).Select(field => field.SelectionSet!));

    private static PlannedSelectionSet Collect(PlanVariant variant, ObjectType type, IEnumerable<SelectionSetNode> selectionSets)
    {
        var groups = new OrderedDictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<(IReadOnlyList<SelectionNode> Selections, int Next)>(); // A chain of fragments may be long.
        foreach (var selectionSet in selectionSets)
        {
            open.Push((selectionSet.Selections, 0));
            while (open.TryPop(out var level))
            {
                if (level.Next == level.Selections.Count) continue;
                open.Push((level.Selections, level.Next + 1));
                var selection = level.Selections[level.Next];
                if (!variant.Includes(selection)) continue;
                if (selection is FieldNode field)
                    Add(groups, field);
                else if (Spread(variant, type, selection, visited) is { } inner)
                    open.Push((inner.Selections, 0));
            }
        }

        return new PlannedSelectionSet(type, [.. groups.Values.Select(nodes => Plan(variant, type, nodes))]);
    }

    private static void Add(OrderedDictionary<string, List<FieldNode>> groups, FieldNode field)
    {
        if (groups.TryGetValue(field.ResponseName, out var nodes))
            nodes.Add(field);
        else
            groups.Add(field.ResponseName, [field]);
    }

    /// <summary>What a fragment contributes to an object of this type; null if nothing, or nothing new.</summary>
    private static SelectionSetNode? Spread(
        PlanVariant variant, ObjectType type, SelectionNode selection, HashSet<string> visited)
    {
        if (selection is InlineFragmentNode inline)
            return inline.TypeCondition is null || Applies(variant, type, inline.TypeCondition) ? inline.SelectionSet : null;
        var name = ((FragmentSpreadNode)selection).Name.Value;
        if (!visited.Add(name) || !variant.Fragments.TryGetValue(name, out var fragment)) return null;
        return Applies(variant, type, fragment.TypeCondition) ? fragment.SelectionSet : null;
    }

    private static bool Applies(PlanVariant variant, ObjectType type, NamedTypeNode condition) =>
        variant.Schema.FindType(condition.Name.Value) is { } fragmentType && GraphQLSchema.IsPossibleType(fragmentType, type);

    private static PlannedField Plan(PlanVariant variant, ObjectType type, List<FieldNode> nodes)
    {
        var name = nodes[0].Name.Value;
        var definition = FindField(variant.Schema, type, name)
            ?? throw new InvalidOperationException($"{type.Name} has no field \"{name}\": the document was not validated.");
        return new PlannedField(variant, type, definition, nodes);
    }

    private static FieldDefinition? FindField(GraphQLSchema schema, ObjectType type, string name) => name switch
    {
        "__typename" => Introspection.TypeName,
        "__schema" when type == schema.QueryType => Introspection.Schema,
        "__type" when type == schema.QueryType => Introspection.Type,
        _ => type.Fields.Find(name),
    };
}
