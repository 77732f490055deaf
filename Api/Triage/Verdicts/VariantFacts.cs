namespace Jobs.Api.Triage;

/// <summary>How an error falls on the variants of one experiment. People count once each, however often they fail.</summary>
public sealed record VariantFacts
{
    /// <summary>Null where nobody said which.</summary>
    public string? Experiment { get; init; }

    /// <summary>The variant's key.</summary>
    public string? Name { get; init; }

    /// <summary>People of the variant who failed.</summary>
    public int Failures { get; init; }

    /// <summary>Those people per request of the variant.</summary>
    public double Rate { get; init; }

    /// <summary>The same of all other variants together.</summary>
    public double OtherRate { get; init; }

    /// <summary>How often chance alone makes a difference like this, whenever one looks.</summary>
    public double PValue { get; init; }

    /// <summary>Errors and variants that are compared in the experiment: each has its part of the chance to be wrong.</summary>
    public int Comparisons { get; init; } = 1;
}
