using System.Diagnostics.Metrics;

namespace Jobs.Api.Triage;

/// <summary>How many errors had which verdict, and how often clients ran into what is expected.</summary>
public static class TriageMetrics
{
    public const string MeterName = "Jobs.Triage";

    private static readonly Meter Meter = new(MeterName);

    public static readonly Counter<long> Errors = Meter.CreateCounter<long>(
        "jobs.triage.errors", "{error}", "Errors, sent or not, by their verdict.");

    public static readonly Counter<long> Expected = Meter.CreateCounter<long>(
        "jobs.triage.expected", "{outcome}", "Outcomes that clients run into by themselves, by their kind.");
}
