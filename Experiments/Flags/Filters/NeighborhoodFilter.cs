using System.Collections.Frozen;
using Microsoft.FeatureManagement;

namespace Jobs.Experiments;

internal sealed record NeighborhoodSettings(FrozenSet<string> Codes);

/// <summary>People one of whose neighbourhoods is one of these areas, or lies in one.</summary>
[FilterAlias(Alias)]
internal sealed class NeighborhoodFilter : BoardFilter<NeighborhoodSettings>
{
    public const string Alias = "Jobs.Neighborhood";

    public override string Name => Alias;

    protected override NeighborhoodSettings ReadSettings(ParameterReader parameters)
    {
        var codes = parameters.Texts("Codes");
        if (codes.Length == 0) parameters.Add("Codes", "동네 코드가 하나는 있어야 해요.", "Needs the code of at least one area.");
        foreach (var code in codes.Where(code => KnownNeighborhoods.Shipped.Find(code) is null))
            parameters.Add("Codes", $"‘{code}’은(는) 없는 동네 코드예요.", $"There is no area with the code \"{code}\".");
        return new NeighborhoodSettings([.. codes]);
    }

    protected override async Task<bool> EvaluateAsync(NeighborhoodSettings settings, FlagContext context, string flagKey)
    {
        var facts = await context.FactsAsync();
        foreach (var code in facts.AreaCodes)
            if (settings.Codes.Contains(code)) return true;
        return false;
    }
}
