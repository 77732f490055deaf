using Microsoft.FeatureManagement;

namespace Jobs.Experiments;

internal sealed record TimeWindow(DateTimeOffset? Start, DateTimeOffset? End);

/// <summary>From an instant, until an instant, or both.</summary>
/// <remarks>
/// The library's filter of this name reads the machine's clock; this one the request's. Recurrence is refused: the browsers'
/// library takes its days in UTC, the servers' in the offset of the start.
/// </remarks>
[FilterAlias(Alias)]
internal sealed class TimeWindowFilter : BoardFilter<TimeWindow>
{
    public const string Alias = "Microsoft.TimeWindow";

    public override string Name => Alias;

    public override bool NeedsPerson => false;

    protected override TimeWindow ReadSettings(ParameterReader parameters)
    {
        var window = new TimeWindow(parameters.Instant("Start"), parameters.Instant("End"));
        if (!parameters.Has("Start") && !parameters.Has("End"))
            parameters.Add("", "시작(Start)이나 끝(End)이 필요해요.", "Needs a Start or an End.");
        if (window.Start >= window.End)
            parameters.Add("End", "끝은 시작보다 뒤여야 해요.", "The end must be after the start.");
        return window;
    }

    protected override Task<bool> EvaluateAsync(TimeWindow settings, FlagContext context, string flagKey) => Answer(
        (settings.Start is not { } start || start <= context.Now) && (settings.End is not { } end || context.Now < end));
}
