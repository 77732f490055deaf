namespace Jobs.Experiments;

/// <summary>Which way a metric should move.</summary>
public enum MetricDirection
{
    HigherIsBetter,
    LowerIsBetter,
}
