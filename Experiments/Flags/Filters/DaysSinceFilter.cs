using Microsoft.FeatureManagement;

namespace Jobs.Experiments;

internal sealed record DaysSinceSettings(string Event, DayRange Days, bool IfNever);

/// <summary>How many days ago something last happened to the person.</summary>
[FilterAlias(Alias)]
internal sealed class DaysSinceFilter : BoardFilter<DaysSinceSettings>
{
    public const string Alias = "Jobs.DaysSince";
    public const string ApplicationSubmitted = "application-submitted";
    public const string ApplicationRead = "application-read";
    public const string ApplicationReceived = "application-received";
    public const string PostPublished = "post-published";

    public override string Name => Alias;

    protected override DaysSinceSettings ReadSettings(ParameterReader parameters)
    {
        parameters.Require("Event");
        return new DaysSinceSettings(
            parameters.Text("Event", ApplicationSubmitted, ApplicationRead, ApplicationReceived, PostPublished) ?? "",
            DayRange.Read(parameters), parameters.Flag("IfNever") ?? false);
    }

    protected override async Task<bool> EvaluateAsync(DaysSinceSettings settings, FlagContext context, string flagKey) =>
        (await context.FactsAsync()).LastTime(settings.Event) is { } last
            ? settings.Days.Holds(last, context.Now)
            : settings.IfNever;
}
