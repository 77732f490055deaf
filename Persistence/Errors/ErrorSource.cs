namespace Jobs.Persistence;

/// <summary>Where an error comes from.</summary>
public enum ErrorSource
{
    Graphql,
    Http,

    /// <summary>Work that nobody waits for: timers, senders.</summary>
    Background,
    Startup,

    /// <summary>Somebody logged it as an error.</summary>
    Log,

    /// <summary>No error but an outcome that clients run into; too many of one kind are a sign.</summary>
    Expected,
}
