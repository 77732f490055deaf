using System.ComponentModel.DataAnnotations;

namespace Jobs.Api.Triage;

/// <summary>Section <c>Triage</c>: from which figures on an error wants somebody; docs/triage.md has the rules.</summary>
public sealed class TriageOptions
{
    public const string Section = "Triage";

    /// <summary>Fewer requests say nothing about a share of them.</summary>
    [Range(1, 1_000_000)] public int MinRequests { get; set; } = 20;

    /// <summary>From this share of failing requests on, the reason of a core path names it.</summary>
    [Range(0.0, 1.0)] public double CoreShare { get; set; } = 0.01;

    /// <summary>Events in five minutes that are frequent.</summary>
    [Range(1, 1_000_000)] public int FrequentCount5m { get; set; } = 50;

    /// <summary>Share of an operation's requests that is frequent.</summary>
    [Range(0.0001, 1.0)] public double FrequentShare { get; set; } = 0.05;

    /// <summary>People in an hour that are frequent.</summary>
    [Range(1, ErrorViewers.KeptMax)] public int FrequentUsers60m { get; set; } = 25;

    /// <summary>How many times its baseline a spike is.</summary>
    [Range(1.0, 10_000.0)] public double SpikeFactor { get; set; } = 10;

    /// <summary>Events in five minutes below which nothing is a spike.</summary>
    [Range(1, 1_000_000)] public int SpikeMin5m { get; set; } = 10;

    /// <summary>How long a deployment may be what broke something.</summary>
    [Range(0, 10_080)] public int FreshDeployMin { get; set; } = 60;

    /// <summary>How long an error is new.</summary>
    [Range(0.0, 720.0)] public double NewIssueHours { get; set; } = 24;

    /// <summary>Events in an hour that are many for a new error.</summary>
    [Range(1, 1_000_000)] public int NewIssueMin { get; set; } = 10;

    /// <summary>Events in seven days that are a slow burn.</summary>
    [Range(1, 10_000_000)] public int Burn7d { get; set; } = 100;

    /// <summary>People in seven days that are a slow burn.</summary>
    [Range(1, ErrorViewers.KeptMax)] public int BurnUsers7d { get; set; } = 20;

    /// <summary>How many times the others' rate of failures one variant's has to be.</summary>
    [Range(1.0, 1_000.0)] public double VariantRatio { get; set; } = 3;

    /// <summary>People for whom a variant has to fail.</summary>
    [Range(1, ErrorViewers.KeptMax)] public int VariantMin { get; set; } = 5;

    /// <summary>How often chance alone may take a variant for a failing one.</summary>
    [Range(0.000001, 0.2)] public double VariantAlpha { get; set; } = 0.01;

    /// <summary>Expected outcomes in five minutes below which no volume is unexpected.</summary>
    [Range(1, 1_000_000)] public int ExpectedSpikeMin5m { get; set; } = 50;

    /// <summary>Errors that are told apart at a time; the one that was not seen for longest makes room.</summary>
    [Range(10, 100_000)] public int FingerprintsMax { get; set; } = 2000;

    /// <summary>Names of operations that are told apart in a day; further ones count as "other".</summary>
    [Range(1, 10_000)] public int OperationsMax { get; set; } = 200;

    /// <summary>A verdict falls after so many minutes in which nothing was as bad.</summary>
    [Range(1, 10_080)] public int QuietMinutes { get; set; } = 60;

    /// <summary>One alert for each error in so many minutes.</summary>
    [Range(1, 10_080)] public int AlertMinutes { get; set; } = 30;

    /// <summary>How often instances tell each other what they saw.</summary>
    [Range(1, 60)] public int ExchangeSeconds { get; set; } = 5;
}
