namespace Jobs.Api.Sentry;

/// <summary>What limits and reports tell apart, in the order in which it leaves.</summary>
public enum DataCategory
{
    /// <summary>Events.</summary>
    Error,

    /// <summary>Check-ins.</summary>
    Monitor,

    /// <summary>Counts of requests.</summary>
    Session,

    /// <summary>Client reports.</summary>
    Internal,
}
