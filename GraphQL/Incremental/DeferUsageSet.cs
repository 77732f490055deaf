using System.Diagnostics.CodeAnalysis;

namespace Jobs.GraphQL.Incremental;

/// <summary>Compares lists of deferred fragments as sets.</summary>
internal sealed class DeferUsageSet : IEqualityComparer<IReadOnlyList<DeferUsage>>
{
    public static readonly DeferUsageSet Comparer = new();

    public bool Equals(IReadOnlyList<DeferUsage>? x, IReadOnlyList<DeferUsage>? y) =>
        x!.Count == y!.Count && (x.Count <= 1 ? x.SequenceEqual(y) : x.ToHashSet().SetEquals(y));

    public int GetHashCode([DisallowNull] IReadOnlyList<DeferUsage> obj)
    {
        var hash = obj.Count;
        foreach (var usage in obj)
            hash ^= usage.GetHashCode();
        return hash;
    }
}
