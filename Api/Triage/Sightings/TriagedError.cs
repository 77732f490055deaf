using Jobs.Persistence;

namespace Jobs.Api.Triage;

/// <summary>What became of a sighting.</summary>
/// <param name="Verdict">What is to be done.</param>
/// <param name="Facts">What the verdict is made of.</param>
/// <param name="IsSent">False: an event like it was sent already, or nobody wants one.</param>
/// <param name="SampledCount">Sightings that were not sent since the last one that was.</param>
/// <param name="Alerts">Somebody is woken up: at most once for each error in a while.</param>
/// <param name="Override">What an operator made of it; null: the rules decided.</param>
public sealed record TriagedError(
    TriageVerdict Verdict, TriageFacts Facts, bool IsSent, int SampledCount, bool Alerts, TriageLevel? Override = null);
