namespace Jobs.Experiments;

/// <summary>The arm of an experiment that a person was given at a place; an arm without content shows nothing.</summary>
public sealed record ShownNotice(NoticeExperiment Experiment, NoticeVariant Variant, TrackingToken Token);
