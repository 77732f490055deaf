using System.Globalization;
using System.Text.Json;

namespace Jobs.Experiments;

/// <summary>A revision as lines of a name and a value, for people to compare.</summary>
internal sealed class FlagLines
{
    private readonly Dictionary<string, string> _lines = [];

    public static Dictionary<string, string> Of(FeatureFlagRevision revision)
    {
        var lines = new FlagLines();
        lines.Add("description", revision.Description);
        lines.Add("archived", revision.IsArchived ? "yes" : "no");
        var (definition, problems) = FlagRules.Read(revision.FlagKey, revision.Definition);
        // What was written around the rules is shown as it is.
        if (definition is null || problems.Count > 0) lines.Add("definition", revision.Definition);
        else lines.Add(definition);
        return lines._lines;
    }

    private void Add(FlagDefinition definition)
    {
        Add("enabled", definition.Enabled ? "on" : "off");
        var filters = definition.Conditions?.ClientFilters ?? [];
        if (filters.Count > 1) Add("requirement", definition.Conditions!.RequirementType ?? FlagConditions.Any);
        foreach (var filter in filters)
        {
            if (filter.Name == TargetingFilter.Alias) AddAudience(filter.Parameters!.Value.GetProperty("Audience"));
            else foreach (var parameter in filter.Parameters!.Value.EnumerateObject())
                Add($"{filter.Name} {parameter.Name}", Text(parameter.Value));
        }
        foreach (var variant in definition.Variants ?? [])
            Add($"variant {variant.Name}", variant.StatusOverride ?? "None");
        if (definition.Allocation is { } allocation) Add(allocation);
    }

    private void AddAudience(JsonElement audience)
    {
        Add("percentage", Text(audience.GetProperty("DefaultRolloutPercentage")));
        if (audience.TryGetProperty("Users", out var users)) Add("users", Text(users));
        if (audience.TryGetProperty("Groups", out var groups))
            foreach (var group in groups.EnumerateArray())
                Add($"percentage of {group.GetProperty("Name").GetString()}", Text(group.GetProperty("RolloutPercentage")));
        if (!audience.TryGetProperty("Exclusion", out var exclusion)) return;
        if (exclusion.TryGetProperty("Users", out var excludedUsers)) Add("excluded users", Text(excludedUsers));
        if (exclusion.TryGetProperty("Groups", out var excludedGroups)) Add("excluded groups", Text(excludedGroups));
    }

    private void Add(FlagAllocation allocation)
    {
        if (allocation.DefaultWhenEnabled is { } enabled) Add("variant when enabled", enabled);
        if (allocation.DefaultWhenDisabled is { } disabled) Add("variant when disabled", disabled);
        foreach (var share in allocation.User ?? []) Add($"users of {share.Variant}", string.Join(", ", share.Users));
        foreach (var share in allocation.Group ?? []) Add($"groups of {share.Variant}", string.Join(", ", share.Groups));
        foreach (var share in allocation.Percentile ?? [])
            Add($"share of {share.Variant}", string.Create(CultureInfo.InvariantCulture, $"{share.From}~{share.To}"));
        if (allocation.Seed is { } seed) Add("seed", seed);
    }

    // A second filter, or share, of one name has a line of its own.
    private void Add(string what, string value)
    {
        var name = what;
        for (var number = 2; !_lines.TryAdd(name, value); number++) name = $"{what} ({number})";
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
