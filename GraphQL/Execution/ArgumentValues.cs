using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>A field's coerced arguments: by name for resolvers written by hand, by position for compiled ones.</summary>
internal sealed class ArgumentValues(InputValueDefinitions definitions) : IReadOnlyDictionary<string, object?>
{
    public static readonly ArgumentValues Empty = new(InputValueDefinitions.Empty);

    private static readonly object Absent = new();

    private readonly object?[] _values = NoneOf(definitions.Count);

    public int Count => _values.Count(value => value != Absent);

    public IEnumerable<string> Keys => this.Select(pair => pair.Key);

    public IEnumerable<object?> Values => this.Select(pair => pair.Value);

    public object? this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"No argument {key}.");

    public void Set(int index, object? value) => _values[index] = value;

    /// <summary>The value at a position of the definition; null if it was not given.</summary>
    public object? ValueAt(int index) => _values[index] is var value && value != Absent ? value : null;

    public bool IsGiven(int index) => _values[index] != Absent;

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        for (var i = 0; i < definitions.Count; i++)
        {
            if (definitions[i].Name != key || !IsGiven(i)) continue;
            value = _values[i];
            return true;
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < definitions.Count; i++)
        {
            if (IsGiven(i))
                yield return new KeyValuePair<string, object?>(definitions[i].Name, _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static object?[] NoneOf(int count)
    {
        if (count == 0) return [];
        var values = new object?[count];
        Array.Fill(values, Absent);
        return values;
    }
}
