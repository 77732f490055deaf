namespace Jobs.Experiments;

/// <summary>What a metric does in an experiment.</summary>
public enum MetricRole
{
    /// <summary>The one that decides.</summary>
    Primary,

    /// <summary>One that must not get worse, and pauses the experiment if it does.</summary>
    Guardrail,
}
