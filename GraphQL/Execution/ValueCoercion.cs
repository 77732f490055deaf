using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>Turns literals into what resolvers see.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Input-Values</remarks>
internal static class ValueCoercion
{
    /// <summary>
    /// Scalars become what their coercion says, enums their bound member, lists <c>object?[]</c>, and input objects the bound CLR
    /// object or else a dictionary without the fields that have neither value nor default.
    /// </summary>
    /// <exception cref="LiteralException">The type cannot take the literal.</exception>
    public static object? CoerceLiteral(ValueNode literal, GraphQLType type, CoercedVariables variables)
    {
        if (literal is VariableNode variable) return VariableValue(variable, type, variables);
        if (literal is NullValueNode)
        {
            return type.IsNonNull
                ? throw new LiteralException($"Expected value of non-null type \"{type}\" not to be null.", literal)
                : null;
        }

        return type.NullableType switch
        {
            ListType list => CoerceList(literal, list, variables),
            InputObjectType input => CoerceInputObject(literal, input, variables),
            var leaf => CoerceLeaf(literal, (TypeDefinition)leaf, variables),
        };
    }

    /// <summary>Validation has seen to it that the types fit; only null can still be in the way.</summary>
    private static object? VariableValue(VariableNode variable, GraphQLType type, CoercedVariables variables)
    {
        var name = variable.Name.Value;
        var value = variables.Has(name) ? variables[name] : null;
        if (value is not null || !type.IsNonNull) return value;
        throw new LiteralException(
            variables.Has(name)
                ? $"Expected variable \"${name}\" provided to non-null type \"{type}\" not to be null."
                : $"Expected variable \"${name}\" provided to type \"{type}\" to provide a runtime value.",
            variable);
    }

    /// <summary>A value that is no list counts as a list of one.</summary>
    private static object?[] CoerceList(ValueNode literal, ListType type, CoercedVariables variables)
    {
        if (literal is not ListValueNode list) return [CoerceLiteral(literal, type.ItemType, variables)];
        var items = new object?[list.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            try
            {
                items[i] = CoerceLiteral(list.Items[i], type.ItemType, variables);
            }
            catch (LiteralException problem)
            {
                throw problem.Under(i);
            }
        }

        return items;
    }

    private static object CoerceInputObject(ValueNode literal, InputObjectType type, CoercedVariables variables)
    {
        if (literal is not ObjectValueNode given)
            throw new LiteralException(
                $"Expected value of type \"{type}\" to be an object, found: {LiteralText.Of(literal)}.", literal);
        var fields = new Dictionary<string, object?>(type.Fields.Count, StringComparer.Ordinal);
        foreach (var definition in type.Fields)
        {
            var value = given.Find(definition.Name)?.Value;
            if (value is VariableNode variable && !variables.Has(variable.Name.Value))
            {
                if (type.IsOneOf) throw OneOfVariable(literal, type, definition, variable, "to provide a runtime value");
                if (!definition.IsRequired) value = null;
            }

            if (value is not null)
                fields.Add(definition.Name, CoerceField(literal, type, definition, value, variables));
            else if (definition.DefaultValue is { } defaultValue)
                fields.Add(definition.Name, CoerceLiteral(defaultValue, definition.Type, CoercedVariables.None));
            else if (definition.IsRequired)
                throw new LiteralException(
                    $"Expected value of type \"{type}\" to include required field \"{definition.Name}\", "
                    + $"found: {LiteralText.Of(literal)}.",
                    literal);
        }

        if (type.IsOneOf && (fields.Count != 1 || fields.First().Value is null))
            throw new LiteralException(OneOfMessage(type), literal);
        return type.CreateInstance?.Invoke(fields) ?? fields;
    }

    private static object? CoerceField(
        ValueNode literal, InputObjectType type, InputValueDefinition definition, ValueNode value, CoercedVariables variables)
    {
        if (type.IsOneOf && value is VariableNode variable && variables[variable.Name.Value] is null)
            throw OneOfVariable(literal, type, definition, variable, "not to be null");
        try
        {
            return CoerceLiteral(value, definition.Type, variables);
        }
        catch (LiteralException problem)
        {
            throw problem.Under(definition.Name);
        }
    }

    internal static string OneOfMessage(InputObjectType type) =>
        $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, "
        + "and the value for that field must be non-null.";

    private static LiteralException OneOfVariable(
        ValueNode literal, InputObjectType type, InputValueDefinition definition, VariableNode variable, string expectation) =>
        new(
            $"Expected variable \"${variable.Name.Value}\" provided to field \"{definition.Name}\" "
            + $"for OneOf Input Object type \"{type}\" {expectation}.",
            literal);

    private static object? CoerceLeaf(ValueNode literal, TypeDefinition type, CoercedVariables variables)
    {
        if (type is EnumType @enum)
        {
            if (literal is not EnumValueNode name)
                throw new LiteralException(
                    $"Enum \"{type}\" cannot represent non-enum value: {LiteralText.Of(literal)}.", literal);
            return @enum.Find(name.Value)?.Value
                ?? throw new LiteralException($"Value \"{name.Value}\" does not exist in \"{type}\" enum.", literal);
        }

        try
        {
            return ((ScalarType)type).Coercion.ParseLiteral(LiteralVariables.Replace(literal, variables));
        }
        catch (CoercionException problem)
        {
            throw new LiteralException(problem.Message, literal);
        }
    }
}
