using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Execution;

/// <summary>Variables inside list and object literals.</summary>
internal static class LiteralVariables
{
    public static bool AreIn(ValueNode literal) => literal switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(AreIn),
        ObjectValueNode fields => fields.Fields.Any(field => AreIn(field.Value)),
        _ => false,
    };

    /// <summary>The literal with values for its variables. Without one, a field is left out and an item is null.</summary>
    public static ValueNode Replace(ValueNode literal, CoercedVariables variables) => literal switch
    {
        VariableNode variable => variables.LiteralOf(variable.Name.Value) ?? Null(literal),
        ListValueNode list when AreIn(list) => new ListValueNode(
            list.Source, list.Start, list.End, [.. list.Items.Select(item => Replace(item, variables))]),
        ObjectValueNode fields when AreIn(fields) => new ObjectValueNode(
            fields.Source, fields.Start, fields.End, [.. Fields(fields, variables)]),
        _ => literal,
    };

    private static IEnumerable<ObjectFieldNode> Fields(ObjectValueNode literal, CoercedVariables variables) =>
        from field in literal.Fields
        where field.Value is not VariableNode variable || variables.Has(variable.Name.Value)
        select new ObjectFieldNode(field.Source, field.Start, field.End, field.Name, Replace(field.Value, variables));

    private static NullValueNode Null(SyntaxNode place) => new(place.Source, place.Start, place.End);
}
