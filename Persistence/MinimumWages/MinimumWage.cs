namespace Jobs.Persistence;

/// <summary>The legal minimum wage of one stretch of days.</summary>
public sealed class MinimumWage
{
    public DateOnly EffectiveFrom { get; init; }
    public DateOnly EffectiveTo { get; init; }

    /// <summary>Won per hour.</summary>
    public int Hourly { get; init; }

    /// <summary>Won per month of 209 paid hours.</summary>
    public int Monthly { get; init; }
}
