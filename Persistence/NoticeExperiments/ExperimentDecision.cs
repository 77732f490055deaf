namespace Jobs.Persistence;

/// <summary>What follows from a finished experiment.</summary>
public enum ExperimentDecision
{
    /// <summary>The promise is worth keeping: build what the notice announced.</summary>
    Build,
    Drop,
    Inconclusive,
}
