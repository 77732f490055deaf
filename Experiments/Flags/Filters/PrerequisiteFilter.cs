using Microsoft.FeatureManagement;

namespace Jobs.Experiments;

internal sealed record PrerequisiteSettings(string Flag, bool IsEnabled);

/// <summary>Another flag is on, or off, for the same person in the same snapshot; a flag that is not there is off.</summary>
[FilterAlias(Alias)]
internal sealed class PrerequisiteFilter : BoardFilter<PrerequisiteSettings>
{
    public const string Alias = "Jobs.Prerequisite";

    public override string Name => Alias;

    /// <summary>"Off" is said of a person; of nobody it would be said of every flag that needs one.</summary>
    public override bool NeedsPerson => true;

    protected override PrerequisiteSettings ReadSettings(ParameterReader parameters)
    {
        parameters.Require("Flag");
        return new PrerequisiteSettings(parameters.Text("Flag") ?? "", parameters.Flag("IsEnabled") ?? true);
    }

    protected override async Task<bool> EvaluateAsync(PrerequisiteSettings settings, FlagContext context, string flagKey) =>
        (await context.FindAsync(settings.Flag)).IsEnabled == settings.IsEnabled;
}
