namespace Jobs.Experiments;

/// <summary>How an attempt to change an experiment ended: what a person can run into is data.</summary>
public abstract record ExperimentOutcome
{
    private ExperimentOutcome()
    {
    }

    /// <summary>It is done; this is how the experiment stands now.</summary>
    public sealed record Done(NoticeExperiment Experiment) : ExperimentOutcome;

    public sealed record Invalid(IReadOnlyList<ContentProblem> Problems) : ExperimentOutcome;

    public sealed record NotFound : ExperimentOutcome;

    /// <summary>Somebody else was first; their version is the current one.</summary>
    public sealed record Conflict(int CurrentVersion) : ExperimentOutcome;

    /// <summary>An experiment in this state cannot do that.</summary>
    public sealed record NotEditable(ExperimentStatus Status) : ExperimentOutcome;
}
