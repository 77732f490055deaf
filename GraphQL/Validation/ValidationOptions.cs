namespace Jobs.GraphQL.Validation;

/// <summary>What validation may tell, and how much work one document may cost.</summary>
public sealed class ValidationOptions
{
    public static ValidationOptions Default { get; } = new();

    /// <summary>Whether a message may name what the schema has instead ("Did you mean …?").</summary>
    public bool Suggestions { get; init; } = true;

    /// <summary>Whether the schema may be asked about itself: <c>__schema</c> and <c>__type</c>.</summary>
    public bool Introspection { get; init; } = true;

    /// <summary>Validation stops after this many errors; 0 reports all.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>How many fields, spreads and arguments may be looked at to decide whether fields can be merged.</summary>
    public int MaxFieldMergingSteps { get; init; } = 1_000_000;

    /// <summary>How much work may go into finding all conflicts, once it is known that there is one.</summary>
    public int MaxFieldConflictSteps { get; init; } = 200_000;

    /// <summary>How many fragments and variable usages may be visited from all operations together.</summary>
    public int MaxFragmentSteps { get; init; } = 1_000_000;

    /// <summary>How many names may be compared with unknown ones before suggestions stop.</summary>
    public int MaxSuggestionComparisons { get; init; } = 200_000;

    /// <summary>How much of a literal a message quotes, in characters.</summary>
    public int MaxQuotedLiteral { get; init; } = 1_000;

    /// <summary>Names of <see cref="SpecifiedRules"/> to apply; null applies all.</summary>
    public IReadOnlyCollection<string>? Rules { get; init; }
}
