using System.ComponentModel.DataAnnotations;
using Jobs.Persistence.Embedded;

namespace Jobs.Api.Sentry;

/// <summary>Section <c>Sentry</c>: where errors go. Without a DSN they go nowhere but to the log.</summary>
public sealed class SentryOptions
{
    public const string Section = "Sentry";

    /// <summary>From the environment only, and never in a log: whoever knows it can send.</summary>
    public string? Dsn { get; set; }

    /// <summary>Null: the host's environment in lower case.</summary>
    [RegularExpression(@"[^\s/\\]{1,64}", ErrorMessage = "must be a word of up to 64 characters without slashes.")]
    public string? Environment { get; set; }

    /// <summary>Null: <c>jobs@</c> and the version that the program was built as.</summary>
    [RegularExpression(@"[^\s/\\]{1,200}", ErrorMessage = "must be a word of up to 200 characters without slashes.")]
    public string? Release { get; set; }

    /// <summary>
    /// Where people read the organisation's issues, such as <c>https://sentry.io/organizations/ORGANISATION/</c>: a DSN does not
    /// tell. Null: the console has no links there.
    /// </summary>
    public string? WebAddress { get; set; }

    /// <summary>Folder of what could not be sent yet; null: <c>sentry</c> in the data folder.</summary>
    public string? BufferFolder { get; set; }

    /// <summary>Events that wait in memory; beyond, the oldest are given up.</summary>
    [Range(100, 10_000)] public int ErrorsQueuedMax { get; set; } = 100;

    /// <summary>The same for check-ins.</summary>
    [Range(10, 10_000)] public int CheckInsQueuedMax { get; set; } = 100;

    /// <summary>Envelopes that wait on the disk; beyond, the oldest are given up, errors last.</summary>
    [Range(1, 100_000)] public int BufferFilesMax { get; set; } = 500;

    /// <summary>Bytes that they may take.</summary>
    [Range(1L << 20, 1L << 40)] public long BufferBytesMax { get; set; } = 32 << 20;

    /// <summary>After this what waits is given up.</summary>
    [Range(1, 720)] public int BufferHoursMax { get; set; } = 24;

    /// <summary>How long one request may take, the connection included.</summary>
    [Range(0.1, 60)] public double RequestSecondsMax { get; set; } = 5;

    /// <summary>First pause after a request without an answer; each is twice the last.</summary>
    [Range(0.1, 60)] public double BackOffSeconds { get; set; } = 1;

    [Range(0.1, 3600)] public double BackOffSecondsMax { get; set; } = 60;

    /// <summary>How long a service that stops, or cannot start, goes on sending; the rest stays in the buffer.</summary>
    [Range(0, 60)] public double ShutdownSeconds { get; set; } = 2;

    /// <summary>Whether breadcrumbs name the verb and the table of statements; costs each statement a span.</summary>
    public bool NameStatements { get; set; }

    /// <summary>Addresses whose requests carry the trace on; null: none do.</summary>
    public IList<string>? TracePropagationTargets { get; set; }

    /// <summary>Whether spans go to the project as well.</summary>
    public bool TracesOverOtlp { get; set; }

    internal string Folder() => BufferFolder ?? Path.Combine(DataFolder.Find(), "sentry");
}
