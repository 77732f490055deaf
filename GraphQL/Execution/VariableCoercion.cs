using System.Globalization;
using System.Text.Json;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>Turns the JSON of a request's variables into what resolvers see, and reports everything that does not fit.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Coercing-Variable-Values</remarks>
internal sealed class VariableCoercion(bool suggestions)
{
    /// <summary>A list of a hundred thousand wrong items is one mistake, not a hundred thousand.</summary>
    private const int MaxErrors = 50;

    private readonly List<GraphQLError> _errors = [];
    private readonly Stack<object> _path = new();
    private VariableDefinition? _variable;

    public IReadOnlyList<GraphQLError> Errors => _errors;

    private bool IsFull => _errors.Count > MaxErrors;

    public CoercedVariables CoerceVariableValues(VariableDefinition[] definitions, JsonElement given)
    {
        var values = new CoercedVariables();
        foreach (var definition in definitions)
        {
            _variable = definition;
            JsonElement value = default;
            if (given.ValueKind == JsonValueKind.Object && given.TryGetProperty(definition.Name, out value))
                values.Add(definition, CoerceVariable(value, definition.Type), value);
            else if (definition.Node.DefaultValue is { } literal)
                values.AddDefault(definition, Constant(literal, definition.Type), literal);
            else if (definition.Type.IsNonNull)
                Report($"Expected a value of non-null type \"{definition.Type}\" to be provided.");
        }

        return values;
    }

    private static object? Constant(ValueNode literal, GraphQLType type) =>
        ValueCoercion.CoerceLiteral(literal, type, CoercedVariables.None);

    private object? CoerceVariable(JsonElement value, GraphQLType type)
    {
        if (IsFull) return null;
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            if (type.IsNonNull)
                Report($"Expected value of non-null type \"{type}\" not to be null.");
            return null;
        }

        return type.NullableType switch
        {
            ListType list => CoerceList(value, list),
            InputObjectType input => CoerceInputObject(value, input),
            EnumType @enum => CoerceEnum(value, @enum),
            var scalar => CoerceScalar(value, (ScalarType)scalar),
        };
    }

    private object?[] CoerceList(JsonElement value, ListType type)
    {
        if (value.ValueKind != JsonValueKind.Array) return [CoerceVariable(value, type.ItemType)];
        var items = new object?[value.GetArrayLength()];
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            _path.Push(index);
            items[index++] = CoerceVariable(item, type.ItemType);
            _path.Pop();
        }

        return items;
    }

    private object? CoerceInputObject(JsonElement value, InputObjectType type)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Report($"Expected value of type \"{type}\" to be an object, found: {InspectedValue.Of(value)}.");
            return null;
        }

        var errorsBefore = _errors.Count;
        var fields = new Dictionary<string, object?>(type.Fields.Count, StringComparer.Ordinal);
        foreach (var definition in type.Fields)
        {
            if (value.TryGetProperty(definition.Name, out var given))
                fields.Add(definition.Name, CoerceField(given, definition));
            else if (definition.DefaultValue is { } literal)
                fields.Add(definition.Name, Constant(literal, definition.Type));
            else if (definition.IsRequired)
                Report(
                    $"Expected value of type \"{type}\" to include required field \"{definition.Name}\", "
                    + $"found: {InspectedValue.Of(value)}.");
        }

        ReportUnknownFields(value, type);
        if (type.IsOneOf)
            CheckOneOf(value, type);
        if (_errors.Count > errorsBefore) return null; // Not something a factory should see.
        try
        {
            return type.CreateInstance?.Invoke(fields) ?? fields;
        }
        catch (Exception refusal) when (refusal is GraphQLException or CoercionException)
        {
            Report(refusal.Message);
            return null;
        }
    }

    private object? CoerceField(JsonElement given, InputValueDefinition definition)
    {
        _path.Push(definition.Name);
        var value = CoerceVariable(given, definition.Type);
        _path.Pop();
        return value;
    }

    private void ReportUnknownFields(JsonElement value, InputObjectType type)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (IsFull) return;
            if (type.Fields.Find(property.Name) is not null) continue;
            var suggestion = suggestions ? Suggestions.For(property.Name, type.Fields.Select(field => field.Name)) : "";
            Report(
                $"Expected value of type \"{type}\" not to include unknown field \"{property.Name}\""
                + $"{(suggestion.Length > 0 ? $".{suggestion} Found" : ", found")}: {InspectedValue.Of(value)}.");
        }
    }

    private void CheckOneOf(JsonElement value, InputObjectType type)
    {
        var given = value.EnumerateObject().Where(property => type.Fields.Find(property.Name) is not null).ToList();
        if (given.Count != 1)
            Report(ValueCoercion.OneOfMessage(type));
        if (given is not [{ Value.ValueKind: JsonValueKind.Null } first, ..]) return;
        _path.Push(first.Name);
        Report(ValueCoercion.OneOfMessage(type));
        _path.Pop();
    }

    private object? CoerceEnum(JsonElement value, EnumType type)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            var name = value.GetString()!;
            if (type.Find(name) is { } known) return known.Value;
            Report($"Value \"{name}\" does not exist in \"{type}\" enum.{EnumSuggestion(name, type)}");
        }
        else
        {
            var shown = InspectedValue.Of(value);
            Report($"Enum \"{type}\" cannot represent non-string value: {shown}.{EnumSuggestion(shown, type)}");
        }

        return null;
    }

    private string EnumSuggestion(string name, EnumType type) =>
        suggestions ? Suggestions.For("the enum value", name, type.Values.Select(known => known.Name)) : "";

    private object? CoerceScalar(JsonElement value, ScalarType type)
    {
        try
        {
            return type.Coercion.ParseValue(value);
        }
        catch (CoercionException problem)
        {
            Report(problem.Message);
            return null;
        }
    }

    private void Report(string message)
    {
        if (IsFull) return;
        if (_errors.Count == MaxErrors)
        {
            _errors.Add(new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted.")
            {
                Code = ErrorCodes.BadUserInput,
            });
            return;
        }

        var path = string.Concat(_path.Reverse().Select(step =>
            step is int index ? string.Create(CultureInfo.InvariantCulture, $"[{index}]") : $".{step}"));
        var place = path.Length == 0 ? "" : $" at {path}";
        var text = $"Variable \"${_variable!.Name}\" has invalid value{place}: {message}";
        _errors.Add(new GraphQLError(MessageText.Shorten(text))
        {
            Locations = [_variable.Node.Location],
            Code = ErrorCodes.BadUserInput,
        });
    }
}
