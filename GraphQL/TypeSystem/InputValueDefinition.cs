using System.Collections;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed class InputValueDefinition(string name, string? description, GraphQLType type, ValueNode? defaultValue)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public GraphQLType Type { get; } = type;

    /// <summary>The default as the SDL writes it; null if there is none.</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    public string? DeprecationReason { get; internal init; }

    public InputValueDefinitionNode? SyntaxNode { get; internal init; }

    /// <summary>True if a value must be given: non-null and no default.</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;
}

/// <summary>Arguments or input fields in SDL order, found by name.</summary>
public sealed class InputValueDefinitions : IReadOnlyList<InputValueDefinition>
{
    public static readonly InputValueDefinitions Empty = new([]);

    private readonly InputValueDefinition[] _values;
    private readonly Dictionary<string, InputValueDefinition> _byName;

    public InputValueDefinitions(IReadOnlyCollection<InputValueDefinition> values)
    {
        _values = [.. values];
        _byName = new Dictionary<string, InputValueDefinition>(values.Count, StringComparer.Ordinal);
        foreach (var value in values)
            _byName.TryAdd(value.Name, value);
    }

    public int Count => _values.Length;

    public InputValueDefinition this[int index] => _values[index];

    public InputValueDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    public IEnumerator<InputValueDefinition> GetEnumerator() => ((IEnumerable<InputValueDefinition>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();
}
