using System.Globalization;
using Jobs.Api.WebConsole.Experiments;
using Jobs.Experiments;
using Jobs.Persistence;

namespace Jobs.Api.WebConsole.Errors;

/// <summary>What an operator says about an error, as the form sends it.</summary>
public sealed class OverrideInput
{
    public const int DaysMax = 30;
    private const string Pattern = "yyyy-MM-dd'T'HH:mm";

    // Browsers without a picker show a field of text.
    private static readonly string[] Patterns = [Pattern, "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    public string? Level { get; set; }
    public string? Note { get; set; }

    /// <summary>In Seoul, as everything that the console says of time.</summary>
    public string? Until { get; set; }

    public static OverrideInput New(DateTimeOffset now) => new() { Until = TextOf(now.AddDays(1)) };

    public static string TextOf(DateTimeOffset at) =>
        at.ToOffset(ConsoleComponent.Seoul).ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>Null, and what is wrong, where the form cannot be followed.</summary>
    /// <param name="errorId">About which error.</param>
    /// <param name="version">Of what is said.</param>
    /// <param name="byId">By whom.</param>
    /// <param name="now">The service's time.</param>
    public (KnownErrorOverride? Said, IReadOnlyList<ContentProblem> Problems) Read(
        string errorId, int version, long byId, DateTimeOffset now)
    {
        var problems = new List<ContentProblem>();
        if (LevelOf(Level) is not { } level)
        {
            problems.Add(new("level", "판정을 골라 주세요.", "Choose a verdict."));
            level = default;
        }
        var note = FormText.Words(Note);
        problems.AddRange(ProblemsOf(note));
        var until = UntilOf(Until);
        problems.AddRange(ProblemsOf(until, now));
        if (problems.Count > 0) return (null, problems);
        return (new()
        {
            ErrorId = errorId,
            Version = version,
            Level = level,
            Note = note,
            Until = until,
            ChangedById = byId,
            ChangedAt = now,
        }, []);
    }

    /// <summary>Lower and higher than the rules say, but never "expected": an error goes on being reported.</summary>
    private static TriageLevel? LevelOf(string? text) => text switch
    {
        nameof(TriageLevel.ActNow) => TriageLevel.ActNow,
        nameof(TriageLevel.Soon) => TriageLevel.Soon,
        nameof(TriageLevel.Monitor) => TriageLevel.Monitor,
        _ => null,
    };

    private static IEnumerable<ContentProblem> ProblemsOf(string note)
    {
        if (note.Length == 0) yield return new("note", "이유를 써 주세요.", "Write down why.");
        if (note.Length > KnownErrorOverride.NoteLengthMax)
            yield return new("note", $"{KnownErrorOverride.NoteLengthMax}자까지 쓸 수 있어요.",
                $"It can have {KnownErrorOverride.NoteLengthMax} characters.");
    }

    private static DateTimeOffset? UntilOf(string? text) => DateTime.TryParseExact(
        text?.Trim(), Patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && local.Year is > 1 and < 9999
        ? new DateTimeOffset(local, ConsoleComponent.Seoul).ToUniversalTime() : null;

    private static IEnumerable<ContentProblem> ProblemsOf(DateTimeOffset? until, DateTimeOffset now)
    {
        if (until is null) yield return new("until", "날짜와 시각을 써 주세요.", "Write a date and a time.");
        else if (until <= now) yield return new("until", "지난 때예요. 앞으로의 때를 써 주세요.", "It is over already: write a time to come.");
        else if (until > now.AddDays(DaysMax))
            yield return new("until", $"늦어도 {DaysMax}일 뒤여야 해요.", $"It can be {DaysMax} days from now at the latest.");
    }
}
