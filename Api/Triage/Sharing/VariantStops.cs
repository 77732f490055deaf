using System.Globalization;
using Jobs.Experiments;
using Jobs.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Api.Triage;

/// <summary>Pauses an experiment one of whose variants fails, as a guardrail that turned bad would.</summary>
public sealed partial class VariantStops(
    IDbContextFactory<JobsDb> dbFactory, NoticeExperimentChanges changes, ILogger<VariantStops> logger)
{
    /// <summary>Of several instances that find out at the same time one pauses it; the others find it paused.</summary>
    internal async Task StopAsync(
        IReadOnlyList<(VariantFacts Variant, ErrorFingerprint Error)> failing, CancellationToken cancellationToken)
    {
        foreach (var (variant, error) in failing)
        {
            await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
            var id = await db.NoticeExperiments
                .Where(experiment => experiment.Key == variant.Experiment && experiment.Status == ExperimentStatus.Running)
                .Select(experiment => (long?)experiment.Id).FirstOrDefaultAsync(cancellationToken);
            if (id is null) continue;
            var (korean, english) = ReasonOf(variant, error);
            var outcome = await changes.PauseByGuardrailAsync(id.Value, $"{korean}\n{english}", cancellationToken);
            if (outcome is ExperimentOutcome.Done) LogPaused(logger, variant.Experiment!, english);
        }
    }

    private static (string Korean, string English) ReasonOf(VariantFacts variant, ErrorFingerprint error)
    {
        var where = string.Join(", ", new[] { error.Operation, error.Path, error.ExceptionType }.OfType<string>());
        var (rate, otherRate) = (Percent(variant.Rate), Percent(variant.OtherRate));
        return (
            $"오류: “{variant.Name}”에서 {variant.Failures}명이 오류를 만났습니다. 요청의 {rate}이고, 다른 집단에서는 {otherRate}입니다({where}).",
            $"Errors: “{variant.Name}” fails for {variant.Failures} people, {rate} of its requests, "
                + $"against {otherRate} in the others ({where}).");
    }

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    [LoggerMessage(EventId = 61, EventName = "PausedByErrors", Level = LogLevel.Warning,
        Message = "The experiment {Experiment} was paused. {Reason}")]
    private static partial void LogPaused(ILogger logger, string experiment, string reason);
}
