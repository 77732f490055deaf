namespace Jobs.Experiments;

/// <summary>Whether a definition says the same of everybody, as far as it tells by itself.</summary>
internal static class OneSided
{
    /// <returns>True: on for everybody; false: for nobody; null: it depends, or the row is broken.</returns>
    public static bool? Of(FeatureFlag flag, DateTimeOffset now)
    {
        var (definition, problems) = FlagRules.Read(flag.Key, flag.Definition);
        return definition is null || problems.Count > 0 ? null : Of(definition, now);
    }

    public static bool? Of(FlagDefinition definition, DateTimeOffset now)
    {
        if (!definition.Enabled) return false;
        if (Splits(definition.Allocation)) return null;
        var filters = FlagFilters.Read(definition);
        if (filters.Length == 0) return true;
        var sides = filters.Select(filter => Of(filter.ParametersObject, now)).ToArray();
        // Of several, one that fails settles All, one that holds settles Any.
        var settles = definition.Conditions!.RequirementType != FlagConditions.All;
        if (sides.Contains(settles)) return settles;
        return sides.Contains(null) ? null : !settles;
    }

    private static bool? Of(object settings, DateTimeOffset now) => settings switch
    {
        TargetingSettings { IsShareOnly: true, Percentage: >= 100 } => true,
        TargetingSettings { IsShareOnly: true, Percentage: <= 0 } => false,
        TimeWindow window when window.End <= now => false,
        TimeWindow { End: null } window when window.Start <= now => true,
        LayerSettings { From: <= 0, To: >= 100 } => true,
        LayerSettings part when part.From >= part.To => false,
        _ => null,
    };

    private static bool Splits(FlagAllocation? allocation)
    {
        if (allocation is null) return false;
        var named = (allocation.User ?? []).Select(share => share.Variant)
            .Concat((allocation.Group ?? []).Select(share => share.Variant))
            .Concat((allocation.Percentile ?? []).Select(share => share.Variant));
        if (allocation.Percentile is null && allocation.DefaultWhenEnabled is { } rest) named = named.Append(rest);
        return named.Distinct().Count() > 1;
    }
}
