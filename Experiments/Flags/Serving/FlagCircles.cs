namespace Jobs.Experiments;

/// <summary>Finds flags that, over their prerequisites, depend on themselves.</summary>
internal static class FlagCircles
{
    /// <summary>The keys on any circle, in their order.</summary>
    public static IReadOnlyList<string> In(IEnumerable<ServedFlag> flags) =>
        In(flags.ToDictionary(flag => flag.Key, flag => flag.Prerequisites.ToArray()));

    public static IReadOnlyList<string> In(IReadOnlyDictionary<string, string[]> prerequisites) =>
        [.. prerequisites.Keys.Where(key => Reaches(key, prerequisites)).Order(StringComparer.Ordinal)];

    private static bool Reaches(string from, IReadOnlyDictionary<string, string[]> prerequisites)
    {
        var (seen, waiting) = (new HashSet<string>(), new Stack<string>(prerequisites[from]));
        while (waiting.TryPop(out var key))
        {
            if (key == from) return true;
            if (!seen.Add(key) || !prerequisites.TryGetValue(key, out var next)) continue;
            foreach (var further in next) waiting.Push(further);
        }
        return false;
    }
}
