using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>A variable's type fits every place where it is used.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed</remarks>
internal sealed class AllVariableUsagesAreAllowed : ValidationRule
{
    public override void LeaveDocument(DocumentNode document, ValidationContext context)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (operation.VariableDefinitions.Count == 0) continue;
            var variables = new Dictionary<string, Variable>(StringComparer.Ordinal);
            foreach (var definition in operation.VariableDefinitions)
                variables[definition.Variable.Name.Value] = new(definition, context.FindType(definition.Type));
            foreach (var usage in context.Fragments.UsagesIn(operation))
            {
                if (variables.TryGetValue(usage.Node.Name.Value, out var variable) && variable.Type is { } type)
                    Check(variable.Definition, type, usage, context);
            }
        }
    }

    private static void Check(VariableDefinitionNode definition, GraphQLType type, VariableUsage usage, ValidationContext context)
    {
        var name = definition.Variable.Name.Value;
        var hasDefault = definition.DefaultValue is not (null or NullValueNode);
        if (usage.Type is { } expected && !IsAllowed(type, hasDefault, expected, usage.HasDefault))
            context.Report(
                $"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".",
                definition, usage.Node);
        if (usage.OneOfType is { } oneOf && usage.Type is not null && !type.IsNonNull && !hasDefault)
            context.Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable "
                + $"to be used for OneOf Input Object \"{oneOf}\".",
                definition, usage.Node);
    }

    private static bool IsAllowed(GraphQLType type, bool hasDefault, GraphQLType expected, bool expectedHasDefault)
    {
        if (!expected.IsNonNull || type.IsNonNull) return Fits(type, expected);
        return (hasDefault || expectedHasDefault) && Fits(type, expected.NullableType);
    }

    private static bool Fits(GraphQLType type, GraphQLType expected) => (type, expected) switch
    {
        (NonNullType given, NonNullType nonNull) => Fits(given.OfType, nonNull.OfType),
        (_, NonNullType) => false,
        (NonNullType given, _) => Fits(given.OfType, expected),
        (ListType given, ListType list) => Fits(given.ItemType, list.ItemType),
        _ => type == expected,
    };

    private readonly record struct Variable(VariableDefinitionNode Definition, GraphQLType? Type);
}
