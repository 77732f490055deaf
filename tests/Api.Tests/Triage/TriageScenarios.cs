using Jobs.Api.Triage;
using Jobs.Persistence;

namespace Jobs.Api.Tests.Triage;

/// <summary>What happened, and what whoever is on call wants to hear about it.</summary>
internal sealed record TriageScenario(
    int Number, string Story, TriageFacts Facts, TriageLevel Level, string Reason, TriageAction Action, bool Pages = false);

/// <summary>Fifteen stories that every change of the rules has to tell the same way.</summary>
internal static class TriageScenarios
{
    public static IReadOnlyList<TriageScenario> All { get; } =
    [
        new(1, "one application is not stored, in the middle of the night",
            new() { Core = true, DataLost = true, Count5m = 1, Requests5m = 8 },
            TriageLevel.ActNow, "core path and data lost", TriageAction.Fix, Pages: true),
        new(2, "the search of job posts runs out of time for 3 of 240 requests",
            new() { Core = true, Count5m = 3, Users60m = 3, Requests5m = 240 },
            TriageLevel.ActNow, "core path, 1.3 % of requests fail", TriageAction.Fix, Pages: true),
        new(3, "it runs out of time, and an older list is shown instead",
            new() { Core = true, RequestFailed = false, Count5m = 2, Users60m = 2, Requests5m = 240 },
            TriageLevel.Soon, "core path degraded but served", TriageAction.Fix),
        new(4, "one person's picture cannot be made smaller, four times a week",
            new() { Count5m = 1, Count7d = 4, Users7d = 1 },
            TriageLevel.Monitor, "rare and off the core path", TriageAction.FixWhenTime),
        new(5, "90 people an hour see no reviews",
            new()
            {
                Count5m = 60, Count60m = 400, Baseline5m = 1, Users60m = 90, Requests5m = 500, IsNew = true, AgeHours = 1,
            },
            TriageLevel.ActNow, "frequent", TriageAction.Fix, Pages: true),
        new(6, "saved searches break twelve minutes after a deployment",
            new()
            {
                Count5m = 8, Count60m = 14, Users60m = 9, Requests5m = 900, IsNew = true, AgeHours = 0.2, DeployAgeMin = 12,
            },
            TriageLevel.Soon, "new and growing", TriageAction.Rollback),
        new(7, "5 of 60 applications fail six minutes after a deployment",
            new()
            {
                Core = true, Count5m = 5, Users60m = 5, Requests5m = 60, IsNew = true, AgeHours = 0.1, DeployAgeMin = 6,
            },
            TriageLevel.ActNow, "core path, 8.3 % of requests fail", TriageAction.Rollback, Pages: true),
        new(8, "people apply twice, as they do every day",
            new() { Expected = true, Core = true, Count5m = 30, Baseline5m = 25 },
            TriageLevel.None, "expected outcome: count it, do not report it", TriageAction.None),
        new(9, "refused sign-ins jump from 5 to 400",
            new() { Expected = true, Count5m = 400, Baseline5m = 5, Users60m = 300 },
            TriageLevel.Soon, "expected error, unexpected volume", TriageAction.Fix),
        new(10, "a badge breaks in one layout of an experiment only",
            new()
            {
                Count5m = 6, Count60m = 12, Users60m = 12, Requests5m = 400,
                Variant = new() { Failures = 12, Rate = 0.06, OtherRate = 0 },
            },
            TriageLevel.Soon, "one experiment variant fails", TriageAction.StopVariant),
        new(11, "200 clients close their connections before the answer",
            new() { Cancelled = true, Count5m = 200, Users60m = 150 },
            TriageLevel.Monitor, "the caller went away", TriageAction.None),
        new(12, "forty analytics events find no room, and nobody notices",
            new() { DataLost = true, RequestFailed = false, Count5m = 2, Count60m = 2 },
            TriageLevel.Soon, "data lost off the core path", TriageAction.Fix),
        new(13, "one event below frequent",
            new() { Count5m = 49, Baseline5m = 1, Users60m = 24, Requests5m = 5000 },
            TriageLevel.Soon, "spike against its own baseline", TriageAction.Fix),
        new(14, "exactly frequent",
            new() { Count5m = 50, Baseline5m = 1, Users60m = 24, Requests5m = 5000 },
            TriageLevel.ActNow, "frequent", TriageAction.Fix, Pages: true),
        new(15, "a nightly job fails fifteen times, night after night",
            new() { Count5m = 1, Count7d = 105, Users7d = 0 },
            TriageLevel.Soon, "slow burn over the week", TriageAction.Fix),
    ];
}
