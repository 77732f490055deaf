namespace Jobs.GraphQL.Validation;

/// <summary>"Did you mean …?" behind an error, as long as the options allow and their limit is not spent.</summary>
internal sealed class NameSuggestions(ValidationOptions options)
{
    private int _comparisonsLeft = options.Suggestions ? options.MaxSuggestionComparisons : 0;

    /// <summary>Empty, or a sentence with a leading space.</summary>
    public string For<T>(string input, IReadOnlyCollection<T> candidates, Func<T, string> nameOf) =>
        TrySpend(candidates.Count) ? Suggestions.For(input, candidates.Select(nameOf)) : "";

    /// <summary>The same, naming what is suggested: "the enum value".</summary>
    public string For<T>(string subject, string input, IReadOnlyCollection<T> candidates, Func<T, string> nameOf) =>
        TrySpend(candidates.Count) ? Suggestions.For(subject, input, candidates.Select(nameOf)) : "";

    /// <summary>Whether that many more candidates may be looked at.</summary>
    public bool TrySpend(int candidates) => _comparisonsLeft > 0 && (_comparisonsLeft -= candidates) >= 0;
}
