using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>One field of a response: where it comes from, and what was selected beneath it.</summary>
internal sealed class PlannedField
{
    private readonly PlanVariant _variant;
    private PlannedSelectionSet[] _selectionSets = [];
    private IReadOnlyList<SourceLocation>? _locations;

    public PlannedField(PlanVariant variant, ObjectType parentType, FieldDefinition definition, List<FieldNode> nodes)
    {
        _variant = variant;
        (ParentType, Definition, Nodes) = (parentType, definition, nodes);
        Read = definition.Read;
        ResponseName = nodes[0].ResponseName;
        Key = JsonOutput.KeyOf(ResponseName);
        Value = new ValuePlan(definition.Type);
        Arguments = new ArgumentPlan(this);
    }

    public ObjectType ParentType { get; }

    public FieldDefinition Definition { get; }

    /// <summary>Every place of the document that selects this field.</summary>
    public List<FieldNode> Nodes { get; }

    public string ResponseName { get; }

    /// <summary>The response name as it is written.</summary>
    public byte[] Key { get; }

    /// <summary>Set for leaves that are there already.</summary>
    public SlotReader? Read { get; }

    public ValuePlan Value { get; }

    public ArgumentPlan Arguments { get; }

    /// <summary>Counted once, however many values of a list fail.</summary>
    public IReadOnlyList<SourceLocation> Locations => _locations ??= [.. Nodes.Select(node => node.Location)];

    public override string ToString() => $"{ParentType.Name}.{Definition.Name}";

    /// <summary>What is selected beneath the field if its value is of this type; collected on first sight.</summary>
    public PlannedSelectionSet SelectionsFor(ObjectType type)
    {
        foreach (var known in Volatile.Read(ref _selectionSets))
        {
            if (ReferenceEquals(known.Type, type)) return known;
        }

        var added = FieldCollector.CollectSubfields(_variant, type, Nodes);
        PlannedSelectionSet[] before, after;
        do
        {
            before = Volatile.Read(ref _selectionSets);
            after = [.. before, added]; // Two requests at once may both add it: the first one in the array is used.
        }
        while (Interlocked.CompareExchange(ref _selectionSets, after, before) != before);
        return added;
    }
}
