using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>Merges selection sets into the fields of a response, and parts what is deferred from what is not.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Field-Collection</remarks>
internal sealed class FieldCollector
{
    private readonly PlanVariant _variant;
    private readonly ObjectType _type;
    private readonly OrderedDictionary<string, CollectedField> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<(string Fragment, DirectiveNode? Defer)> _visited = [];
    private readonly List<DeferUsage> _defers = [];

    private FieldCollector(PlanVariant variant, ObjectType type) => (_variant, _type) = (variant, type);

    public static PlannedSelectionSet CollectFields(PlanVariant variant, ObjectType type, SelectionSetNode selectionSet)
    {
        var collector = new FieldCollector(variant, type);
        collector.Collect(selectionSet, defer: null);
        return collector.Plan(deliveredWith: []);
    }

    public static PlannedSelectionSet CollectSubfields(PlanVariant variant, ObjectType type, PlannedField field)
    {
        var collector = new FieldCollector(variant, type);
        for (var i = 0; i < field.Nodes.Count; i++)
        {
            if (field.Nodes[i].SelectionSet is { } selectionSet)
                collector.Collect(selectionSet, field.Defers?[i]);
        }

        return collector.Plan(field.DeliveredWith);
    }

    private void Collect(SelectionSetNode selectionSet, DeferUsage? defer)
    {
        // A stack instead of recursion: a chain of fragments may be long.
        var open = new Stack<(IReadOnlyList<SelectionNode> Selections, int Next, DeferUsage? Defer)>();
        open.Push((selectionSet.Selections, 0, defer));
        while (open.TryPop(out var level))
        {
            if (level.Next == level.Selections.Count) continue;
            open.Push((level.Selections, level.Next + 1, level.Defer));
            var selection = level.Selections[level.Next];
            if (!_variant.Includes(selection)) continue;
            if (selection is FieldNode field)
                Add(field, level.Defer);
            else if (Spread(selection, level.Defer) is var (inner, around))
                open.Push((inner.Selections, 0, around));
        }
    }

    private void Add(FieldNode field, DeferUsage? defer)
    {
        if (_fields.TryGetValue(field.ResponseName, out var known))
            known.Add(field, defer);
        else
            _fields.Add(field.ResponseName, new CollectedField(field, defer));
    }

    /// <summary>What a fragment contributes to an object of this type; null if nothing, or nothing new.</summary>
    private (SelectionSetNode Selections, DeferUsage? Defer)? Spread(SelectionNode selection, DeferUsage? around)
    {
        if (selection is InlineFragmentNode inline)
        {
            return inline.TypeCondition is null || Applies(inline.TypeCondition)
                ? (inline.SelectionSet, DeferOf(selection, around) ?? around)
                : null;
        }

        var name = ((FragmentSpreadNode)selection).Name.Value;
        if (_visited.Contains((name, null)) || !_variant.Fragments.TryGetValue(name, out var fragment)
            || !Applies(fragment.TypeCondition)) return null;
        var own = _variant.DeferOf(selection);
        if (!_visited.Add((name, own ?? around?.Directive))) return null;
        return (fragment.SelectionSet, DeferOf(selection, around) ?? around);
    }

    private DeferUsage? DeferOf(SelectionNode selection, DeferUsage? around)
    {
        if (_variant.DeferOf(selection) is not { } directive) return null;
        var usage = new DeferUsage(directive, around);
        _defers.Add(usage);
        return usage;
    }

    private bool Applies(NamedTypeNode condition) =>
        _variant.Schema.FindType(condition.Name.Value) is { } fragmentType
        && GraphQLSchema.IsPossibleType(fragmentType, _type);

    /// <summary>Fields that are delivered with the object itself stay with it, the others form groups.</summary>
    private PlannedSelectionSet Plan(IReadOnlyList<DeferUsage> deliveredWith)
    {
        var planned = _fields.Values.Select(Plan);
        if (_defers.Count == 0 && deliveredWith.Count == 0 && _fields.Values.All(field => field.Defers is null))
            return new PlannedSelectionSet(_type, [.. planned]);
        var groups = new OrderedDictionary<IReadOnlyList<DeferUsage>, List<PlannedField>>(DeferUsageSet.Comparer)
        {
            { deliveredWith, [] },
        };
        foreach (var field in planned)
        {
            if (groups.TryGetValue(field.DeliveredWith, out var group))
                group.Add(field);
            else
                groups.Add(field.DeliveredWith, [field]);
        }

        return new PlannedSelectionSet(
            _type, [.. groups[deliveredWith]], _defers,
            [.. groups.Skip(1).Select(group => new PlannedGroup(group.Key, new PlannedSelectionSet(_type, [.. group.Value])))]);
    }

    private PlannedField Plan(CollectedField field)
    {
        var name = field.Nodes[0].Name.Value;
        var definition = FindField(name)
            ?? throw new InvalidOperationException($"{_type.Name} has no field \"{name}\": the document was not validated.");
        return new PlannedField(_variant, _type, definition, field.Nodes, field.Defers);
    }

    private FieldDefinition? FindField(string name) => name switch
    {
        "__typename" => Introspection.TypeName,
        "__schema" when _type == _variant.Schema.QueryType => Introspection.Schema,
        "__type" when _type == _variant.Schema.QueryType => Introspection.Type,
        _ => _type.Fields.Find(name),
    };

    /// <summary>The places that select one response name, and for each, if any is deferred, the fragment around it.</summary>
    private sealed class CollectedField
    {
        public CollectedField(FieldNode node, DeferUsage? defer)
        {
            Nodes = [node];
            Defers = defer is null ? null : [defer];
        }

        public List<FieldNode> Nodes { get; }

        public List<DeferUsage?>? Defers { get; private set; }

        public void Add(FieldNode node, DeferUsage? defer)
        {
            if (defer is not null)
                Defers ??= [.. Nodes.Select(_ => (DeferUsage?)null)];
            Nodes.Add(node);
            Defers?.Add(defer);
        }
    }
}
