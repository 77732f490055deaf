namespace Jobs.Experiments;

/// <summary>Why a person got an arm, and so whether they are counted.</summary>
public enum ParticipantKind : byte
{
    /// <summary>The percentile decided: counted.</summary>
    Assigned,

    /// <summary>The experiment names the person as a tester: events are flagged, results leave them out.</summary>
    Tester,

    /// <summary>A preview link forced the arm: nothing is recorded.</summary>
    Preview,
}
