namespace Jobs.Experiments;

/// <summary>What is looked at before a difference is believed, in this order.</summary>
public enum VerdictCheckName
{
    SampleRatio,
    MultipleExposure,
    Duration,
    People,
    Conversions,
    ExpectedCounts,
    PlannedSize,
}

/// <summary>How a check came out.</summary>
public enum CheckState
{
    Passed,

    /// <summary>Something is broken, and time will not mend it.</summary>
    Failed,

    /// <summary>There is not enough yet.</summary>
    Waiting,
}

/// <summary>One check of an experiment's counts, and what it found.</summary>
public sealed record VerdictCheck(VerdictCheckName Name, CheckState State, VerdictSentence Sentence)
{
    internal bool IsPassed => State == CheckState.Passed;

    internal static VerdictCheck Floor(VerdictCheckName name, bool isEnough, string korean, string english) =>
        new(name, isEnough ? CheckState.Passed : CheckState.Waiting, new(korean, english));
}
