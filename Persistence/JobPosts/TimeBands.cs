namespace Jobs.Persistence;

/// <summary>A set of parts of the day: 6 to 12, 12 to 18, 18 to 22 and 22 to 6 o'clock.</summary>
[Flags]
public enum TimeBands
{
    None = 0,
    Morning = 1,
    Afternoon = 2,
    Evening = 4,
    Night = 8,
    All = Morning | Afternoon | Evening | Night,
}
