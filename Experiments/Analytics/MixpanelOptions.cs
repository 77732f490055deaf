using System.ComponentModel.DataAnnotations;
using Jobs.Persistence.Embedded;

namespace Jobs.Experiments;

/// <summary>Section <c>Mixpanel</c>: where events go. Secrets come from the environment only.</summary>
public sealed class MixpanelOptions
{
    public const string Section = "Mixpanel";

    /// <summary>Of the environment's own project. Without it events go nowhere, in Development to the collector.</summary>
    [RegularExpression("[A-Za-z0-9]{1,64}", ErrorMessage = "must be a project's token.")]
    public string? Token { get; set; }

    /// <summary>With its secret and the project's id, used instead of the token; needed for reading back.</summary>
    [RegularExpression("[^:]{1,200}", ErrorMessage = "must be a service account's user name.")]
    public string? ServiceAccount { get; set; }

    public string? ServiceAccountSecret { get; set; }

    [RegularExpression("[0-9]{1,20}", ErrorMessage = "must be a project's number.")]
    public string? ProjectId { get; set; }

    /// <summary>Takes events; another residency has another host.</summary>
    public string? ApiHost { get; set; }

    /// <summary>Gives events back; of the same residency.</summary>
    public string? DataHost { get; set; }

    /// <summary>Folder of the spools; null: <c>analytics</c> in the data folder.</summary>
    public string? SpoolFolder { get; set; }

    /// <summary>Bytes of undelivered events of one instance; beyond, the oldest are given up.</summary>
    [Range(1L << 20, 1L << 40)] public long SpoolBytesMax { get; set; } = 256 << 20;

    /// <summary>Events in one request; Mixpanel's limit is 2000.</summary>
    [Range(1, 2000)] public int BatchEventsMax { get; set; } = 2000;

    /// <summary>Bytes of one request before compression; Mixpanel's limit is 2 MB or 10 MB, depending on the page.</summary>
    [Range(4096, 2_000_000)] public int BatchBytesMax { get; set; } = 2_000_000;

    /// <summary>How long an event waits for others to go with.</summary>
    [Range(0.01, 60)] public double FlushSeconds { get; set; } = 2;

    /// <summary>How long one request may take.</summary>
    [Range(0.1, 300)] public double RequestSecondsMax { get; set; } = 30;

    /// <summary>First pause after a failure; each is twice the last, and a random half to two and a half of this longer.</summary>
    [Range(0.01, 60)] public double BackOffSeconds { get; set; } = 2;

    [Range(0.01, 3600)] public double BackOffSecondsMax { get; set; } = 60;

    /// <summary>How long a service that stops goes on sending; the rest stays in the spool.</summary>
    [Range(0, 60)] public double ShutdownSeconds { get; set; } = 5;

    internal string Folder() => SpoolFolder ?? Path.Combine(DataFolder.Find(), "analytics");
}
