namespace Jobs.Persistence;

/// <summary>What a revision of an experiment did to it.</summary>
public enum ExperimentChange
{
    Created,
    Edited,

    /// <summary>A draft became again what an earlier revision was.</summary>
    Restored,
    Started,
    Paused,

    /// <summary>The service paused it: a guardrail metric turned significantly bad, or one variant fails.</summary>
    PausedByGuardrail,
    Resumed,
    Finished,
}
