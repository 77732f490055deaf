namespace Jobs.GraphQL;

/// <summary>What someone who wrote an unknown name may have meant.</summary>
public static class Suggestions
{
    internal const int CountMax = 5;

    /// <summary><c> Did you mean "A", "B", or "C"?</c> with a leading space, or nothing if no option is near.</summary>
    public static string For(string input, IEnumerable<string> options) => Sentence(Nearest(input, options));

    /// <summary>The same, naming what is suggested: <c> Did you mean the enum value "A"?</c></summary>
    public static string For(string subject, string input, IEnumerable<string> options) =>
        Sentence(Nearest(input, options), subject);

    /// <summary>Names in the order given, at most five of them.</summary>
    public static string Sentence(IReadOnlyList<string> names, string? subject = null)
    {
        if (names.Count == 0) return "";
        var quoted = names.Take(CountMax).Select(name => $"\"{name}\"").ToList();
        return $" Did you mean {(subject is null ? "" : subject + " ")}{AnyOf(quoted)}?";
    }

    /// <summary>The options that differ little from the input, nearest first.</summary>
    public static IReadOnlyList<string> Nearest(string input, IEnumerable<string> options)
    {
        var distance = new LexicalDistance(input);
        var distanceMax = (int)(input.Length * 0.4) + 1;
        return [.. options.Distinct()
            .Select(option => (Option: option, Distance: distance.To(option, distanceMax)))
            .Where(candidate => candidate.Distance is not null)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Option, NaturalOrder.Instance)
            .Select(candidate => candidate.Option)];
    }

    private static string AnyOf(List<string> items) => items.Count switch
    {
        1 => items[0],
        2 => $"{items[0]} or {items[1]}",
        _ => $"{string.Join(", ", items[..^1])}, or {items[^1]}",
    };
}
