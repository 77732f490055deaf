using Jobs.Api.Triage;
using Jobs.Persistence;

namespace Jobs.Api.Errors;

/// <summary>A verdict in words, for the log.</summary>
public static class VerdictText
{
    public static string Of(TriageVerdict verdict) => $"{Of(verdict.Level)}: {verdict.Reason}";

    private static string Of(TriageLevel level) => level switch
    {
        TriageLevel.ActNow => "act now",
        TriageLevel.Soon => "soon",
        TriageLevel.Monitor => "monitor",
        _ => "expected",
    };
}
