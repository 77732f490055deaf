namespace Jobs.Persistence;

/// <summary>How soon an error wants somebody, from nobody at all to whoever is on call.</summary>
public enum TriageLevel
{
    /// <summary>An expected outcome: counted, not reported.</summary>
    None,

    /// <summary>Rare, and off the core paths: fixed when there is time.</summary>
    Monitor,

    /// <summary>A ticket for this week.</summary>
    Soon,

    /// <summary>Somebody is losing something right now.</summary>
    ActNow,
}
