namespace Jobs.Persistence;

/// <summary>What a verdict asks for.</summary>
public enum TriageAction
{
    None,
    Fix,
    FixWhenTime,

    /// <summary>It came with a deployment of the last hour.</summary>
    Rollback,

    /// <summary>Only one variant of an experiment fails.</summary>
    StopVariant,
}
