using System.ComponentModel.DataAnnotations;

namespace Jobs.Experiments;

/// <summary>Section <c>Experiments</c>: how flags and experiments reach this instance.</summary>
public sealed class ExperimentsOptions
{
    public const string Section = "Experiments";

    /// <summary>Where the last good snapshot is kept; null: in the data folder.</summary>
    public string? Folder { get; set; }

    /// <summary>How often the database is asked for what no notification told.</summary>
    [Range(1, 3600)]
    public int PollSeconds { get; set; } = 30;

    /// <summary>The longest pause between two tries to listen again.</summary>
    [Range(1, 300)]
    public int ReconnectSecondsMax { get; set; } = 5;

    /// <summary>How long results are shown before the analytics service is asked again; it allows few exports an hour.</summary>
    [Range(0, 86_400)]
    public int ResultsKeepSeconds { get; set; } = 300;

    /// <summary>How often guardrails of running experiments are looked at.</summary>
    [Range(1, 1_440)]
    public int GuardrailMinutes { get; set; } = 15;
}
