using System.Text.Json;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>The variables of one request: a variable that was neither given nor has a default is not among them.</summary>
internal sealed class CoercedVariables
{
    public static readonly CoercedVariables None = new();

    private readonly Dictionary<string, (object? Value, GraphQLType Type, JsonElement Source, ValueNode? Default)> _values =
        new(StringComparer.Ordinal);

    public bool Has(string name) => _values.ContainsKey(name);

    public object? this[string name] => _values[name].Value;

    public void Add(VariableDefinition variable, object? value, JsonElement source) =>
        _values[variable.Name] = (value, variable.Type, source, null);

    public void AddDefault(VariableDefinition variable, object? value, ValueNode literal) =>
        _values[variable.Name] = (value, variable.Type, default, literal);

    /// <summary>What a variable with a value was made of: the default, or else the JSON of the request.</summary>
    public (ValueNode? Default, JsonElement Json) SourceOf(string name) => (_values[name].Default, _values[name].Source);

    /// <summary>The variable as the literal that takes its place inside a custom scalar; null if it has no value.</summary>
    public ValueNode? LiteralOf(string name) =>
        _values.TryGetValue(name, out var variable)
            ? VariableLiteral.Of(variable.Default ?? JsonLiteral.Of(variable.Source), variable.Type)
            : null;
}
