namespace Jobs.Experiments;

/// <summary>Where the checks draw their lines. Changing one while an experiment runs is choosing its result.</summary>
public sealed record VerdictOptions
{
    /// <summary>The part of experiments without a difference in which one may be seen, at any look, in any treatment.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Used where nobody wrote down which effect is expected: the one that the planned size finds so often.</summary>
    public double Power { get; init; } = 0.8;

    /// <summary>Small, because it is looked at daily and a failure ends the experiment.</summary>
    public double SampleRatioAlpha { get; init; } = 0.001;

    /// <summary>People expected in the smallest arm before the sample ratio is judged.</summary>
    public double SampleRatioPeople { get; init; } = 8;

    /// <summary>The share of people who may have seen several variants.</summary>
    public double MultipleExposureShare { get; init; } = 0.01;

    /// <summary>Enough days of an experiment that is planned for less than a week.</summary>
    public int DaysMin { get; init; } = 3;

    public int PeoplePerArmMin { get; init; } = 50;
    public int ConversionsPerArmMin { get; init; } = 5;

    /// <summary>Conversions, and people without one, that each arm must exceed if all arms had the same rate.</summary>
    public double ExpectedCountMin { get; init; } = 5;
}
