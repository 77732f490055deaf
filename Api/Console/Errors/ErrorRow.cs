using Jobs.Api.Triage;
using Jobs.Persistence;
using Jobs.Schema;

namespace Jobs.Api.WebConsole.Errors;

/// <summary>An error as the console shows it.</summary>
/// <param name="Overview">What all instances saw of it.</param>
/// <param name="Level">What it is now.</param>
/// <param name="RulesLevel">What the rules alone make of it now.</param>
/// <param name="IsOverridden">Whether an operator decides.</param>
public sealed record ErrorRow(ErrorOverview Overview, TriageLevel Level, TriageLevel RulesLevel, bool IsOverridden)
{
    public KnownError Error => Overview.Error;

    public TriageAction Action => (IsOverridden, RulesLevel == Error.Level) switch
    {
        (true, _) => TriageRules.Overridden(Level, new()).Action,
        (false, true) => Error.Action,
        _ => RulesLevel == TriageLevel.Soon ? TriageAction.Fix : TriageAction.FixWhenTime,
    };

    /// <summary>Beyond that many nobody is counted any more.</summary>
    public static string PeopleOf(int people) => people >= ErrorViewers.KeptMax ? $"{people}+" : $"{people}";

    /// <summary>Why it is what it is, in a sentence.</summary>
    public string Because(RequestLanguage language)
    {
        var rules = ByRules(language);
        if (!IsOverridden) return language.IsEnglish ? Sentence(rules) : rules;
        var (level, reason) = (ErrorWords.Of(RulesLevel, language), rules);
        return language.Say(
            $"운영자가 정했어요. 규칙으로는 ‘{level}’: {reason}",
            $"An operator has set it; by the rules it would be “{level}”: {reason}.");
    }

    public static ErrorRow Of(ErrorOverview overview, DateTimeOffset now, TimeSpan quiet) => new(
        overview, overview.Error.LevelAt(now, quiet), overview.Error.RulesLevelAt(now, quiet),
        overview.Error.IsOverriddenAt(now));

    // What is kept is the reason of the worst verdict; that it has fallen since is the better reason.
    private string ByRules(RequestLanguage language)
    {
        var reason = ErrorWords.ReasonOf(Error.Reason, language);
        return RulesLevel == Error.Level ? reason : language.Say(
            $"한동안 그만큼 나쁜 일이 없었어요. 전에는 ‘{ErrorWords.Of(Error.Level, language)}’: {reason}",
            $"nothing as bad was seen for a while; before, it was “{ErrorWords.Of(Error.Level, language)}”: {reason}");
    }

    private static string Sentence(string clause) => $"{char.ToUpperInvariant(clause[0])}{clause[1..]}.";
}
