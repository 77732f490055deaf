namespace Jobs.Experiments;

/// <summary>What follows from the counts of an experiment.</summary>
public enum VerdictKind
{
    /// <summary>The counts cannot be trusted, whatever they say.</summary>
    Invalid,
    KeepRunning,

    /// <summary>The promise is worth building.</summary>
    Ship,

    /// <summary>The primary metric or a guardrail got worse: stop showing the notice.</summary>
    RollBack,

    /// <summary>The effect that was hoped for is ruled out.</summary>
    NoDifference,

    /// <summary>Fewer than two arms, or nobody in them.</summary>
    NoData,
}
