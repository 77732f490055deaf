using System.Text.Json;

namespace Jobs.Experiments;

/// <summary>
/// An experiment as a flag of its own, so that the library assigns its variants and a browser could tell the same ones. Its name
/// is no flag's, so nothing but notices can depend on it.
/// </summary>
public static class ExperimentDefinition
{
    public const string Prefix = "experiment-";

    /// <summary>Whoever is in it takes part in no experiment.</summary>
    public const string Holdout = "global-holdout";

    public static string KeyOf(NoticeExperiment experiment) => Prefix + experiment.Key;

    public static FlagDefinition Of(NoticeExperiment experiment) => new()
    {
        Id = KeyOf(experiment),
        Enabled = true,
        Conditions = new FlagConditions { RequirementType = FlagConditions.All, ClientFilters = [.. Filters(experiment)] },
        Variants = [.. experiment.Variants.Select(variant => new FlagVariant { Name = variant.Key })],
        Allocation = new FlagAllocation { Percentile = [.. Shares(experiment.Variants)], Seed = experiment.Key },
    };

    private static IEnumerable<FlagFilter> Filters(NoticeExperiment experiment)
    {
        if (experiment.Audience == ExperimentAudience.Employers) yield return Role(RoleFilter.Employer);
        if (experiment.Audience == ExperimentAudience.Applicants) yield return Role(RoleFilter.Applicant);
        if (experiment.NeighborhoodIds.Length > 0)
        {
            var codes = string.Join(',', experiment.NeighborhoodIds.Select(id => $"\"{id:D10}\""));
            yield return Filter(NeighborhoodFilter.Alias, $$"""{"Codes":[{{codes}}]}""");
        }
        foreach (var condition in Conditions(experiment.Conditions)) yield return condition;
        yield return Filter(PrerequisiteFilter.Alias, $$"""{"Flag":"{{Holdout}}","IsEnabled":false}""");
        yield return experiment.Layer is null ? Share(experiment.TrafficPercent) : Part(experiment);
    }

    private static FlagFilter Role(string role) => Filter(RoleFilter.Alias, $$"""{"Role":"{{role}}"}""");

    private static FlagFilter Share(double percent) => Filter(
        TargetingFilter.Alias, FormattableString.Invariant($$$"""{"Audience":{"DefaultRolloutPercentage":{{{percent:R}}}}}"""));

    private static FlagFilter Part(NoticeExperiment experiment)
    {
        var from = experiment.LayerFrom ?? 0;
        var to = Math.Min(100, from + experiment.TrafficPercent);
        return Filter(LayerFilter.Alias, FormattableString.Invariant(
            $$"""{"Layer":{{JsonSerializer.Serialize(experiment.Layer)}},"From":{{from:R}},"To":{{to:R}}}"""));
    }

    // A weight of nothing is no share. The last share ends at 100, whatever adding up made of the weights.
    private static IEnumerable<PercentileShare> Shares(IReadOnlyList<NoticeVariant> variants)
    {
        var (from, weighty) = (0.0, variants.Where(variant => variant.Weight > 0).ToArray());
        foreach (var (index, variant) in weighty.Index())
        {
            var to = index == weighty.Length - 1 && Math.Abs(from + variant.Weight - 100) < 1e-6 ? 100 : from + variant.Weight;
            yield return new PercentileShare { Variant = variant.Key, From = from, To = to };
            from = to;
        }
    }

    // Conditions that cannot be read make a filter that no rule lets pass: rather nobody than the wrong people.
    private static FlagFilter[] Conditions(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, FlagDefinitionJson.Default.FlagFilterArray) ?? [];
        }
        catch (JsonException)
        {
            return [new FlagFilter { Name = "conditions" }];
        }
    }

    private static FlagFilter Filter(string name, string parameters)
    {
        using var document = JsonDocument.Parse(parameters);
        return new FlagFilter { Name = name, Parameters = document.RootElement.Clone() };
    }
}
