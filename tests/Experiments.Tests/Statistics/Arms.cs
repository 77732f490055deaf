namespace Jobs.Experiments.Tests;

/// <summary>Two arms, written as conversions and people.</summary>
internal static class Arms
{
    public static ArmCounts Control(long conversions, long people, double weight = 50) =>
        new("control", weight, people, conversions);

    public static ArmCounts Treatment(long conversions, long people, double weight = 50, string key = "hurry") =>
        new(key, weight, people, conversions);
}
