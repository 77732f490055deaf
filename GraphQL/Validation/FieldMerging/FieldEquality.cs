using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Validation.FieldMerging;

/// <summary>When two fields under one response name ask for the same, and when their results have the same shape.</summary>
/// <remarks>https://spec.graphql.org/September2025/#SameResponseShape()</remarks>
internal static class FieldEquality
{
    public static bool HaveSameArguments(
        IReadOnlyList<ArgumentNode> one, IReadOnlyList<ArgumentNode> other, StepLimit limit)
    {
        if (one.Count != other.Count) return false;
        if (one.Count == 0) return true;
        limit.Spend(one.Count);
        var values = new Dictionary<string, ValueNode>(StringComparer.Ordinal);
        foreach (var argument in other)
            values[argument.Name.Value] = argument.Value;
        return one.All(argument =>
            values.TryGetValue(argument.Name.Value, out var value) && AreEqual(argument.Value, value, limit));
    }

    /// <summary>Lists and non-nulls wrap alike, leaves are the same type; what composites select is another question.</summary>
    public static bool HaveSameShape(GraphQLType one, GraphQLType other) => (one, other) switch
    {
        (NonNullType nonNull, NonNullType otherNonNull) => HaveSameShape(nonNull.OfType, otherNonNull.OfType),
        (NonNullType, _) or (_, NonNullType) => false,
        (ListType list, ListType otherList) => HaveSameShape(list.ItemType, otherList.ItemType),
        (ListType, _) or (_, ListType) => false,
        _ => one == other || (one.NamedType.IsComposite && other.NamedType.IsComposite),
    };

    private static bool AreEqual(ValueNode one, ValueNode other, StepLimit limit) => (one, other) switch
    {
        (VariableNode a, VariableNode b) => a.Name.Value == b.Name.Value,
        (IntValueNode a, IntValueNode b) => a.Value == b.Value,
        (FloatValueNode a, FloatValueNode b) => a.Value == b.Value,
        (StringValueNode a, StringValueNode b) => a.Value == b.Value && a.IsBlock == b.IsBlock,
        (BooleanValueNode a, BooleanValueNode b) => a.Value == b.Value,
        (EnumValueNode a, EnumValueNode b) => a.Value == b.Value,
        (NullValueNode, NullValueNode) => true,
        (ListValueNode a, ListValueNode b) => AreEqual(a.Items, b.Items, limit),
        (ObjectValueNode a, ObjectValueNode b) => AreEqual(a.Fields, b.Fields, limit),
        _ => false,
    };

    private static bool AreEqual(IReadOnlyList<ValueNode> one, IReadOnlyList<ValueNode> other, StepLimit limit)
    {
        if (one.Count != other.Count) return false;
        limit.Spend(one.Count);
        for (var i = 0; i < one.Count; i++)
        {
            if (!AreEqual(one[i], other[i], limit)) return false;
        }

        return true;
    }

    /// <summary>Input fields have no order.</summary>
    private static bool AreEqual(IReadOnlyList<ObjectFieldNode> one, IReadOnlyList<ObjectFieldNode> other, StepLimit limit)
    {
        if (one.Count != other.Count) return false;
        limit.Spend(one.Count);
        return InOrder(one).Zip(InOrder(other)).All(pair =>
            pair.First.Name.Value == pair.Second.Name.Value && AreEqual(pair.First.Value, pair.Second.Value, limit));

        static IEnumerable<ObjectFieldNode> InOrder(IReadOnlyList<ObjectFieldNode> fields) =>
            fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
    }
}
