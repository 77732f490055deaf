using System.Globalization;
using Jobs.Experiments;
using Jobs.Persistence;

namespace Jobs.Api.Triage;

/// <summary>The twelve rules, in their order; the first that fits decides. A function of its arguments alone.</summary>
public static class TriageRules
{
    public static TriageVerdict Decide(TriageFacts facts, TriageOptions options)
    {
        if (facts.Cancelled) return new(TriageLevel.Monitor, "the caller went away", TriageAction.None);
        if (facts.Expected)
            return IsUnexpectedVolume(facts, options)
                ? new(TriageLevel.Soon, "expected error, unexpected volume", Repair(facts, options))
                : new(TriageLevel.None, "expected outcome: count it, do not report it", TriageAction.None);
        if (facts is { Core: true, DataLost: true }) return ActNow("core path and data lost", facts, options);
        if (facts is { Core: true, RequestFailed: true }) return ActNow(OfCorePath(facts, options), facts, options);
        if (IsFrequent(facts, options)) return ActNow("frequent", facts, options);
        if (facts.DataLost) return Soon("data lost off the core path", facts, options);
        if (VariantFails(facts.Variant, options))
            return new(TriageLevel.Soon, OfVariant(facts.Variant!), TriageAction.StopVariant);
        if (IsSpike(facts, options)) return Soon("spike against its own baseline", facts, options);
        if (IsNew(facts, options) && Count60m(facts) >= options.NewIssueMin) return Soon("new and growing", facts, options);
        if (facts.Core) return Soon("core path degraded but served", facts, options);
        if (Count7d(facts) >= options.Burn7d || Users7d(facts) >= options.BurnUsers7d)
            return Soon("slow burn over the week", facts, options);
        return new(TriageLevel.Monitor, "rare and off the core path", TriageAction.FixWhenTime);
    }

    /// <summary>What an operator wants it to be. Somebody who raised it wants to be told like by the rules.</summary>
    public static TriageVerdict Overridden(TriageLevel level, TriageFacts facts) => new(
        level, "set by an operator",
        level switch
        {
            TriageLevel.None => TriageAction.None,
            TriageLevel.Monitor => TriageAction.FixWhenTime,
            _ => TriageAction.Fix,
        },
        Pages: level == TriageLevel.ActNow && IsWorthPaging(facts));

    /// <summary>Rule 7 by itself: an experiment is stopped for it, whatever else is true of the error.</summary>
    public static bool VariantFails(VariantFacts? variant, TriageOptions options) =>
        variant is not null && variant.Failures >= options.VariantMin && variant.Rate > 0
        && variant.Rate >= options.VariantRatio * variant.OtherRate
        && variant.PValue <= Bonferroni.Alpha(options.VariantAlpha, variant.Comparisons);

    private static TriageVerdict ActNow(string reason, TriageFacts facts, TriageOptions options) =>
        new(TriageLevel.ActNow, reason, Repair(facts, options), IsWorthPaging(facts));

    private static TriageVerdict Soon(string reason, TriageFacts facts, TriageOptions options) =>
        new(TriageLevel.Soon, reason, Repair(facts, options));

    private static bool IsWorthPaging(TriageFacts facts) => facts.DataLost || Count60m(facts) >= 2 || facts.Users60m >= 2;

    // Longer windows hold the shorter ones, also where somebody counted only some of them.
    private static long Count60m(TriageFacts facts) => Math.Max(facts.Count60m, facts.Count5m);

    private static long Count7d(TriageFacts facts) => Math.Max(facts.Count7d, Count60m(facts));

    private static int Users7d(TriageFacts facts) => Math.Max(facts.Users7d, facts.Users60m);

    private static bool IsUnexpectedVolume(TriageFacts facts, TriageOptions options) =>
        facts.Count5m >= options.ExpectedSpikeMin5m && facts.Count5m >= options.SpikeFactor * facts.Baseline5m;

    private static bool IsFrequent(TriageFacts facts, TriageOptions options) =>
        facts.Count5m >= options.FrequentCount5m || facts.Users60m >= options.FrequentUsers60m
        || ShareOf(facts, options) >= options.FrequentShare;

    private static bool IsSpike(TriageFacts facts, TriageOptions options) =>
        facts.Count5m >= options.SpikeMin5m && facts.Count5m >= options.SpikeFactor * facts.Baseline5m;

    private static bool IsNew(TriageFacts facts, TriageOptions options) => facts.IsNew && facts.AgeHours < options.NewIssueHours;

    /// <summary>Null: too few requests to say.</summary>
    private static double? ShareOf(TriageFacts facts, TriageOptions options) => facts.Requests5m < options.MinRequests
        ? null
        : facts.FailureShare ?? Math.Min(1, (double)facts.Count5m / facts.Requests5m);

    private static string OfCorePath(TriageFacts facts, TriageOptions options) =>
        ShareOf(facts, options) is { } share && share >= options.CoreShare
            ? string.Create(CultureInfo.InvariantCulture, $"core path, {share * 100:0.0} % of requests fail")
            : "core path, a request failed";

    private static string OfVariant(VariantFacts variant) => variant.Name is null
        ? "one experiment variant fails"
        : $"one experiment variant fails: {variant.Name} of {variant.Experiment}";

    // An error that is older than the release did not come with it. A minute, because the two were timed by different clocks.
    private static TriageAction Repair(TriageFacts facts, TriageOptions options) =>
        IsNew(facts, options) && facts.DeployAgeMin is { } deployed && deployed <= options.FreshDeployMin
        && facts.AgeHours * 60 <= deployed + 1
            ? TriageAction.Rollback
            : TriageAction.Fix;
}
