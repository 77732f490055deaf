using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>What a variable's type makes of its value, written as a literal again: for the inside of a custom scalar.</summary>
internal static class VariableLiteral
{
    /// <summary>One value is a list of one, input fields get their defaults, a whole number is an <c>ID</c>'s text.</summary>
    public static ValueNode Of(ValueNode given, GraphQLType type) => (given, type.NullableType) switch
    {
        (NullValueNode, _) => given,
        (ListValueNode list, ListType listType) => List(list, list.Items.Select(item => Of(item, listType.ItemType))),
        (_, ListType listType) => List(given, [Of(given, listType.ItemType)]),
        (ObjectValueNode value, InputObjectType input) =>
            new ObjectValueNode(value.Source, value.Start, value.End, [.. Fields(value, input)]),
        (IntValueNode number, var scalar) when scalar == BuiltInScalars.ID =>
            new StringValueNode(number.Source, number.Start, number.End, number.Value, isBlock: false),
        _ => given,
    };

    private static ListValueNode List(ValueNode place, IEnumerable<ValueNode> items) =>
        new(place.Source, place.Start, place.End, [.. items]);

    private static IEnumerable<ObjectFieldNode> Fields(ObjectValueNode value, InputObjectType type)
    {
        foreach (var definition in type.Fields)
        {
            var field = value.Find(definition.Name);
            if ((field?.Value ?? definition.DefaultValue) is not { } given) continue;
            var name = new NameNode(value.Source, value.Start, value.End, definition.Name);
            yield return new ObjectFieldNode(value.Source, value.Start, value.End, name, Of(given, definition.Type));
        }
    }
}
