using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>The arguments of one field of a document, matched with their definitions.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Coercing-Field-Arguments</remarks>
internal sealed class ArgumentPlan
{
    private readonly PlannedField _field;
    private readonly ArgumentNode?[] _nodes;
    private ArgumentValues? _constant;

    public ArgumentPlan(PlannedField field)
    {
        _field = field;
        var given = field.Nodes[0].Arguments;
        _nodes = [.. Definitions.Select(definition => given.FirstOrDefault(node => node.Name.Value == definition.Name))];
        IsConstant = !_nodes.Any(node => node is not null && LiteralVariables.AreIn(node.Value));
        if (_nodes.Length == 0)
            _constant = ArgumentValues.Empty;
    }

    /// <summary>True if no variable plays a part: the values are coerced once and belong to the plan.</summary>
    public bool IsConstant { get; }

    private InputValueDefinitions Definitions => _field.Definition.Arguments;

    /// <exception cref="FieldException">An argument has no value that its type can take.</exception>
    public ArgumentValues CoerceArgumentValues(CoercedVariables variables)
    {
        if (_constant is { } known) return known;
        var values = new ArgumentValues(Definitions);
        for (var i = 0; i < _nodes.Length; i++)
            Coerce(values, i, variables);
        if (IsConstant)
            _constant = values;
        return values;
    }

    private void Coerce(ArgumentValues values, int index, CoercedVariables variables)
    {
        var definition = Definitions[index];
        var literal = _nodes[index]?.Value;
        if (literal is null || (literal is VariableNode variable && !variables.Has(variable.Name.Value)))
        {
            if (definition.DefaultValue is { } defaultValue)
                values.Set(index, ValueCoercion.CoerceLiteral(defaultValue, definition.Type, CoercedVariables.None));
            else if (definition.Type.IsNonNull)
                throw new FieldException(
                    $"Argument \"{Coordinate(definition)}\" of required type \"{definition.Type}\" was not provided.", literal);
            return;
        }

        try
        {
            values.Set(index, ValueCoercion.CoerceLiteral(literal, definition.Type, variables));
        }
        catch (LiteralException problem)
        {
            throw new FieldException(
                $"Argument \"{Coordinate(definition)}\" has invalid value{problem.PathText}: {problem.Message}", problem.Node);
        }
    }

    private string Coordinate(InputValueDefinition definition) => $"{_field}({definition.Name}:)";
}
