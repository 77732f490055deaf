namespace Jobs.Persistence;

/// <summary>What the amount of a wage is paid for.</summary>
public enum WageType
{
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
    PerTask,
}
