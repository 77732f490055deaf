using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>How the values at one position are completed: a type taken apart once, not at each value.</summary>
internal sealed class ValuePlan
{
    public ValuePlan(GraphQLType type)
    {
        IsNonNull = type.IsNonNull;
        switch (type.NullableType)
        {
            case ListType list: Item = new ValuePlan(list.ItemType); break;
            case ScalarType scalar: (Coercion, Leaf) = (scalar.Coercion, KindOf(scalar.Coercion)); break;
            case EnumType @enum: (Enum, Leaf) = (@enum, LeafKind.Enum); break;
            case ObjectType objectType: Object = objectType; break;
            case TypeDefinition abstractType: Abstract = abstractType; break;
        }
    }

    public bool IsNonNull { get; }

    /// <summary>Set for lists.</summary>
    public ValuePlan? Item { get; }

    /// <summary>Set for objects.</summary>
    public ObjectType? Object { get; }

    /// <summary>Set for interfaces and unions.</summary>
    public TypeDefinition? Abstract { get; }

    public LeafKind Leaf { get; }

    public ScalarCoercion? Coercion { get; }

    public EnumType? Enum { get; }

    private static LeafKind KindOf(ScalarCoercion coercion) => coercion switch
    {
        IntCoercion => LeafKind.Int,
        FloatCoercion => LeafKind.Float,
        StringCoercion or IdCoercion => LeafKind.Text,
        BooleanCoercion => LeafKind.Boolean,
        _ => LeafKind.Scalar,
    };
}
