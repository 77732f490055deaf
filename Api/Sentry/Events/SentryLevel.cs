namespace Jobs.Api.Sentry;

/// <summary>How bad it is; Sentry's own priority of a new issue follows from it.</summary>
public enum SentryLevel
{
    Debug,
    Info,
    Warning,
    Error,
    Fatal,
}
