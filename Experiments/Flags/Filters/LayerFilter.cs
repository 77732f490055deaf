using Microsoft.FeatureManagement;

namespace Jobs.Experiments;

internal sealed record LayerSettings(string Layer, string Hint, double From, double To);

/// <summary>A part of a layer. Parts of one layer do not overlap, so nobody is in two of what shares it.</summary>
[FilterAlias(Alias)]
internal sealed class LayerFilter : BoardFilter<LayerSettings>
{
    public const string Alias = "Jobs.Layer";

    public override string Name => Alias;

    protected override LayerSettings ReadSettings(ParameterReader parameters)
    {
        foreach (var name in (string[])["Layer", "From", "To"]) parameters.Require(name);
        var layer = parameters.Text("Layer") ?? "";
        var settings = new LayerSettings(
            layer, $"layer-{layer}", parameters.Number("From", 0, 100) ?? 0, parameters.Number("To", 0, 100) ?? 0);
        if (parameters.Has("From") && parameters.Has("To") && settings.From > settings.To)
            parameters.Add("To", "From보다 작을 수 없어요.", "Must not be less than From.");
        return settings;
    }

    protected override Task<bool> EvaluateAsync(LayerSettings settings, FlagContext context, string flagKey) =>
        Answer(Percentile.IsWithin(context.UserId, settings.Hint, settings.From, settings.To));
}
