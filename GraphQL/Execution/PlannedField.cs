using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>One field of a response: where it comes from, and what was selected beneath it.</summary>
internal sealed class PlannedField
{
    private readonly PlanVariant _variant;
    private PlannedSelectionSet[] _selectionSets = [];
    private IReadOnlyList<SourceLocation>? _locations;
    private PlannedField? _streamed;
    private PlannedField? _atOnce;

    public PlannedField(
        PlanVariant variant, ObjectType parentType, FieldDefinition definition, List<FieldNode> nodes,
        IReadOnlyList<DeferUsage?>? defers = null)
    {
        _variant = variant;
        (ParentType, Definition, Nodes, Defers) = (parentType, definition, nodes, defers);
        DeliveredWith = DeferUsage.DeliveringOf(defers);
        Stream = variant.StreamOf(nodes[0]);
        (Resolver, Getter, Read) = (definition.Resolver, definition.Getter, definition.Read);
        MayFold = FoldedAnswers.MayFold(definition);
        if (ReferenceEquals(definition, Introspection.TypeName)) Folded = FoldedAnswer.NameOf(parentType);
        ResponseName = nodes[0].ResponseName;
        Key = JsonOutput.KeyOf(ResponseName);
        Value = new ValuePlan(definition.Type);
        Arguments = new ArgumentPlan(this);
    }

    public ObjectType ParentType { get; }

    public FieldDefinition Definition { get; }

    /// <summary>Every place of the document that selects this field.</summary>
    public List<FieldNode> Nodes { get; }

    /// <summary>For each of these places the deferred fragment around it; null if none is deferred.</summary>
    public IReadOnlyList<DeferUsage?>? Defers { get; }

    /// <summary>The deferred fragments that the field arrives with; none if it arrives with the object it belongs to.</summary>
    public IReadOnlyList<DeferUsage> DeliveredWith { get; }

    /// <summary>Set if the items of the list may arrive later.</summary>
    public StreamUsage? Stream { get; }

    /// <summary>The field as the items see it that arrive later: whatever fragment was around them is behind them.</summary>
    public PlannedField Streamed => LazyInitializer.EnsureInitialized(
        ref _streamed, () => new(_variant, ParentType, Definition, Nodes));

    /// <summary>The field with everything beneath it at once, for a response that has deferred enough.</summary>
    public PlannedField AtOnce => LazyInitializer.EnsureInitialized(
        ref _atOnce, () => new(_variant.AtOnce, ParentType, Definition, Nodes));

    public string ResponseName { get; }

    /// <summary>The response name for <see cref="JsonOutput.WriteKey"/>.</summary>
    public byte[] Key { get; }

    public FieldResolver? Resolver { get; }

    /// <summary>Set where the parent alone answers.</summary>
    public Func<object, object?>? Getter { get; }

    /// <summary>Set for leaves that are there already.</summary>
    public SlotReader? Read { get; }

    public ValuePlan Value { get; }

    public ArgumentPlan Arguments { get; }

    /// <summary>What a resolver concluded from the selection: see <see cref="FieldSelection.Conclude"/>.</summary>
    public object? Conclusion { get; set; }

    /// <summary>The answer, if it is always the same: see <see cref="FoldedAnswers"/>.</summary>
    public FoldedAnswer? Folded { get; set; }

    /// <summary>Whether it may come to that.</summary>
    public bool MayFold { get; }

    public bool WasAnswered { get; set; }

    /// <summary>What was selected beneath the values that there have been.</summary>
    public IReadOnlyList<PlannedSelectionSet> KnownSelections => Volatile.Read(ref _selectionSets);

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

        var added = FieldCollector.CollectSubfields(_variant, type, this);
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
