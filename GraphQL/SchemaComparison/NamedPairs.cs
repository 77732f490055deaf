namespace Jobs.GraphQL.SchemaComparison;

/// <summary>The elements of two versions, matched by name; each list in the order of its version.</summary>
internal sealed class NamedPairs<T>
{
    public NamedPairs(IEnumerable<T> before, IEnumerable<T> after, Func<T, string> nameOf)
    {
        var old = before.ToDictionary(nameOf, StringComparer.Ordinal);
        var @new = after.ToDictionary(nameOf, StringComparer.Ordinal);
        Removed = [.. old.Where(element => !@new.ContainsKey(element.Key)).Select(element => element.Value)];
        Added = [.. @new.Where(element => !old.ContainsKey(element.Key)).Select(element => element.Value)];
        Kept = [.. old.Where(element => @new.ContainsKey(element.Key)).Select(element => (element.Value, @new[element.Key]))];
    }

    public IReadOnlyList<T> Removed { get; }

    public IReadOnlyList<T> Added { get; }

    public IReadOnlyList<(T Old, T New)> Kept { get; }
}
