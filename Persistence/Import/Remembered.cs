using System.Diagnostics.CodeAnalysis;

namespace Jobs.Persistence.Import;

/// <summary>What texts that repeat endlessly were found to mean; it starts anew when it is full, so memory stays flat.</summary>
internal sealed class Remembered<TKey, TValue>(int countMax = 20_000) where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _values = [];

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => _values.TryGetValue(key, out value);

    public TValue Keep(TKey key, TValue value)
    {
        if (_values.Count == countMax) _values.Clear();
        return _values[key] = value;
    }
}
