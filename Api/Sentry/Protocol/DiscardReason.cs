namespace Jobs.Api.Sentry;

/// <summary>Why something did not reach Sentry, in the protocol's words.</summary>
/// <remarks>https://develop.sentry.dev/sdk/telemetry/client-reports/</remarks>
public enum DiscardReason
{
    /// <summary>No room in memory.</summary>
    QueueOverflow,

    /// <summary>No room on the disk, or too old there.</summary>
    CacheOverflow,

    /// <summary>Sentry had asked for a pause.</summary>
    RatelimitBackoff,

    /// <summary>It could neither be sent nor kept.</summary>
    NetworkError,

    /// <summary>The caller decided that others stand for it.</summary>
    SampleRate,

    /// <summary>The caller decided that it must not leave.</summary>
    BeforeSend,

    /// <summary>Sentry refused it.</summary>
    SendError,

    /// <summary>It could not be written, or not be read again.</summary>
    InternalSdkError,
}
