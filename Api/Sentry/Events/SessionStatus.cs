namespace Jobs.Api.Sentry;

/// <summary>How a request went, for the release's health.</summary>
/// <remarks>https://develop.sentry.dev/sdk/telemetry/sessions/</remarks>
public enum SessionStatus
{
    /// <summary>Without an error.</summary>
    Exited,

    /// <summary>With an error of level error or worse that was dealt with.</summary>
    Errored,

    /// <summary>With an error that nobody dealt with.</summary>
    Crashed,

    /// <summary>Cut off from outside.</summary>
    Abnormal,
}
