namespace Jobs.Persistence;

/// <summary>How long the work lasts.</summary>
public enum EngagementLength
{
    OneOff,
    ShortTerm,
    LongTerm,
}
