namespace Jobs.Persistence;

/// <summary>Life of an experiment. Finished is final.</summary>
public enum ExperimentStatus
{
    Draft,
    Running,
    Paused,
    Finished,
}
