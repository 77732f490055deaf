namespace Jobs.GraphQL.TypeSystem.SchemaRules;

/// <summary>The input objects that a value of one input object must contain.</summary>
/// <remarks>A plain one needs them all; a <c>@oneOf</c> one needs any of its fields, whichever can be finite.</remarks>
internal sealed class InputObjectNeeds
{
    private readonly List<InputObjectNeeds> _neededBy = [];
    private int _missing;

    public InputObjectNeeds(InputObjectType type)
    {
        Type = type;
        Targets = [.. type.Fields.Select(Need).OfType<(InputValueDefinition, InputObjectType)>()];
        _missing = Targets.Count;
    }

    public InputObjectType Type { get; }

    public IReadOnlyList<(InputValueDefinition Field, InputObjectType Type)> Targets { get; }

    /// <summary>A value can be written down.</summary>
    public bool IsFinite { get; private set; }

    private bool NeedsNothing => Type.IsOneOf ? Targets.Count < Type.Fields.Count || Type.Fields.Count == 0 : Targets.Count == 0;

    public static void FindFinite(Dictionary<InputObjectType, InputObjectNeeds> all)
    {
        foreach (var needs in all.Values)
        {
            foreach (var (_, target) in needs.Targets)
                all[target]._neededBy.Add(needs);
        }

        var finite = new Queue<InputObjectNeeds>(all.Values.Where(needs => needs.NeedsNothing));
        foreach (var needs in finite)
            needs.IsFinite = true;
        while (finite.TryDequeue(out var found))
        {
            foreach (var needs in found._neededBy)
            {
                if (needs.IsFinite || (--needs._missing > 0 && !needs.Type.IsOneOf)) continue;
                needs.IsFinite = true;
                finite.Enqueue(needs);
            }
        }
    }

    /// <summary>A list can be empty and a nullable field can be left out: neither needs anything.</summary>
    private (InputValueDefinition Field, InputObjectType Type)? Need(InputValueDefinition field) =>
        (Type.IsOneOf ? field.Type : (field.Type as NonNullType)?.OfType) is InputObjectType target ? (field, target) : null;
}
