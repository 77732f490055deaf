using Jobs.Persistence;

namespace Jobs.Api.Triage;

/// <summary>What is to be done about an error, and why.</summary>
/// <param name="Level">How soon.</param>
/// <param name="Reason">The rule that decided, in one sentence.</param>
/// <param name="Action">What to do.</param>
/// <param name="Pages">Whether somebody is woken up for it.</param>
public sealed record TriageVerdict(TriageLevel Level, string Reason, TriageAction Action, bool Pages = false)
{
    /// <summary>The level as alert rules and measurements spell it.</summary>
    public string LevelTag => Level switch
    {
        TriageLevel.ActNow => "actNow",
        TriageLevel.Soon => "soon",
        TriageLevel.Monitor => "monitor",
        _ => "none",
    };
}
