using System.Text.Json;
using Jobs.Persistence;

namespace Jobs.Experiments.Tests.Results;

/// <summary>Events as the analytics service gives them back, of an experiment that started this morning.</summary>
internal static class SomeEvents
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public static NoticeExperiment Experiment(Action<NoticeExperiment>? change = null, string key = "unread-lock")
    {
        var experiment = NoticeExperiments.SomeExperiment.Content.NewDraft(key, Start.AddDays(-1));
        (experiment.Status, experiment.StartedAt, experiment.StartedVersion) = (ExperimentStatus.Running, Start, 2);
        change?.Invoke(experiment);
        return experiment;
    }

    public static ExportedEvent Exposed(string person, string variant, double hours = 1, bool isTester = false) =>
        Sighting("$experiment_started", person, variant, hours, isTester);

    public static ExportedEvent Assigned(string person, string variant, double hours = 1) =>
        Sighting("notice_assigned", person, variant, hours, isTester: false);

    public static ExportedEvent Sighting(
        string name, string person, string variant, double hours, bool isTester, string key = "unread-lock", int version = 2) =>
        Event(name, person, hours, new Dictionary<string, object>
        {
            ["Experiment name"] = key,
            ["Variant name"] = variant,
            ["experiment_version"] = version,
            ["$is_qa_tester"] = isTester,
        });

    public static ExportedEvent Read(string person, double hours, int minutesToRead = 60, string side = "employer") =>
        Event("application_read", person, hours, new Dictionary<string, object>
        {
            ["minutes_to_read"] = minutesToRead,
            ["side"] = side,
        });

    public static ExportedEvent Event(string name, string person, double hours, Dictionary<string, object> properties) => new(
        name, person, Start.AddHours(hours), $"{name}-{person}-{hours}", JsonSerializer.SerializeToElement(properties));
}
