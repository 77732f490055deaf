using Jobs.Api.Sentry;
using Jobs.Api.Triage;
using Jobs.Persistence;

namespace Jobs.Api.Errors;

/// <summary>What Sentry is told of an error: its verdict first, and nothing of what anybody sent.</summary>
public static class ErrorEvent
{
    public static SentryEvent Of(CaughtError error, ErrorFingerprint fingerprint, TriagedError triaged) => new()
    {
        Id = error.Id,
        Level = LevelOf(triaged.Verdict.Level, error.IsDataLost),
        Logger = fingerprint.Source == ErrorSource.Log ? error.Operation : null,
        Transaction = error.Operation,
        Message = error.Exception is null ? error.Kind : null,
        Exceptions = error.Exception is { } exception
            ? ExceptionChain.Of(exception, error.IsHandled, SourceOf(fingerprint.Source)) : [],
        Fingerprint = [fingerprint.Id],
        Tags = TagsOf(error, fingerprint, triaged),
        Contexts = new Dictionary<string, IReadOnlyDictionary<string, object?>>
        {
            ["triage"] = ContextOf(triaged),
            ["operation"] = new Dictionary<string, object?>
            {
                ["name"] = error.Operation,
                ["paths"] = error.Paths,
                ["field"] = error.Field,
                ["parent_type"] = error.ParentType,
            },
        },
        UserId = error.Viewer,
        IsGraphQL = fingerprint.Source == ErrorSource.Graphql,
    };

    /// <summary>Sentry's own priority follows the level of an issue's first event: High, Medium, Low.</summary>
    private static SentryLevel LevelOf(TriageLevel level, bool isDataLost) => level switch
    {
        TriageLevel.ActNow => isDataLost ? SentryLevel.Fatal : SentryLevel.Error,
        TriageLevel.Soon => SentryLevel.Warning,
        _ => SentryLevel.Info,
    };

    private static Dictionary<string, string> TagsOf(CaughtError error, ErrorFingerprint fingerprint, TriagedError triaged)
    {
        var tags = new Dictionary<string, string>
        {
            ["triage"] = triaged.Verdict.LevelTag,
            [SentryProject.FingerprintTag] = fingerprint.Id,
            ["core_path"] = Text(triaged.Facts.Core),
            ["data_lost"] = Text(error.IsDataLost),
            ["source"] = SourceOf(fingerprint.Source),
        };
        if (triaged.Verdict.Level == TriageLevel.ActNow) tags["page"] = Text(triaged.Verdict.Pages);
        if (fingerprint.Source == ErrorSource.Graphql) tags["graphql.operation"] = fingerprint.Operation ?? "-";
        if (error.Field is { } field) tags["graphql.field"] = field;
        foreach (var (experiment, variant) in error.Variants) tags[$"experiment.{experiment}"] = variant;
        return tags;
    }

    private static Dictionary<string, object?> ContextOf(TriagedError triaged)
    {
        var (verdict, facts) = (triaged.Verdict, triaged.Facts);
        return new()
        {
            ["verdict"] = verdict.LevelTag,
            ["reason"] = verdict.Reason,
            ["action"] = Camel(verdict.Action.ToString()),
            ["pages"] = verdict.Pages,
            ["overridden"] = triaged.Override is not null,
            ["count_5m"] = facts.Count5m,
            ["count_60m"] = facts.Count60m,
            ["count_7d"] = facts.Count7d,
            ["baseline_5m"] = Math.Round(facts.Baseline5m, 2),
            ["users_60m"] = facts.Users60m,
            ["users_7d"] = facts.Users7d,
            ["requests_5m"] = facts.Requests5m,
            ["variant"] = facts.Variant is { Experiment: { } experiment } variant ? $"{experiment}/{variant.Name}" : null,
            ["variant_rate"] = facts.Variant?.Rate,
            ["other_rate"] = facts.Variant?.OtherRate,
            ["sampled_count"] = triaged.SampledCount,
        };
    }

    private static string SourceOf(ErrorSource source) => Camel(source.ToString());

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Text(bool truth) => truth ? "true" : "false";
}
