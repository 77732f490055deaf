using System.Globalization;
using System.Text.Json;

namespace Jobs.Experiments;

/// <summary>A revision as lines of a name and a value, for people to compare.</summary>
internal sealed class FlagLines
{
    private readonly Dictionary<FlagLine, string> _lines = [];

    public static Dictionary<FlagLine, string> Of(FeatureFlagRevision revision)
    {
        var lines = new FlagLines();
        lines.Add(FlagMember.Description, revision.Description);
        lines.Add(FlagMember.IsArchived, YesOrNo(revision.IsArchived));
        var (definition, problems) = FlagRules.Read(revision.FlagKey, revision.Definition);
        // What was written around the rules is shown as it is.
        if (definition is null || problems.Count > 0) lines.Add(FlagMember.Definition, revision.Definition);
        else lines.Add(definition);
        return lines._lines;
    }

    private void Add(FlagDefinition definition)
    {
        Add(FlagMember.IsEnabled, YesOrNo(definition.Enabled));
        var filters = definition.Conditions?.ClientFilters ?? [];
        if (filters.Count > 1) Add(FlagMember.Requirement, definition.Conditions!.RequirementType ?? FlagConditions.Any);
        foreach (var filter in filters)
        {
            if (filter.Name == TargetingFilter.Alias) AddAudience(filter.Parameters!.Value.GetProperty("Audience"));
            else foreach (var parameter in filter.Parameters!.Value.EnumerateObject())
                Add(FlagMember.Parameter, Text(parameter.Value), $"{filter.Name} {parameter.Name}");
        }
        foreach (var variant in definition.Variants ?? [])
            Add(FlagMember.Variant, variant.StatusOverride ?? "None", variant.Name);
        if (definition.Allocation is { } allocation) Add(allocation);
    }

    private void AddAudience(JsonElement audience)
    {
        Add(FlagMember.Percentage, Text(audience.GetProperty("DefaultRolloutPercentage")));
        if (audience.TryGetProperty("Users", out var users)) Add(FlagMember.Users, Text(users));
        if (audience.TryGetProperty("Groups", out var groups))
            foreach (var group in groups.EnumerateArray())
                Add(FlagMember.PercentageOfGroup, Text(group.GetProperty("RolloutPercentage")),
                    group.GetProperty("Name").GetString());
        if (!audience.TryGetProperty("Exclusion", out var exclusion)) return;
        if (exclusion.TryGetProperty("Users", out var excludedUsers)) Add(FlagMember.ExcludedUsers, Text(excludedUsers));
        if (exclusion.TryGetProperty("Groups", out var excludedGroups)) Add(FlagMember.ExcludedGroups, Text(excludedGroups));
    }

    private void Add(FlagAllocation allocation)
    {
        if (allocation.DefaultWhenEnabled is { } enabled) Add(FlagMember.VariantWhenEnabled, enabled);
        if (allocation.DefaultWhenDisabled is { } disabled) Add(FlagMember.VariantWhenDisabled, disabled);
        foreach (var share in allocation.User ?? [])
            Add(FlagMember.UsersOfVariant, string.Join(", ", share.Users), share.Variant);
        foreach (var share in allocation.Group ?? [])
            Add(FlagMember.GroupsOfVariant, string.Join(", ", share.Groups), share.Variant);
        foreach (var share in allocation.Percentile ?? [])
            Add(FlagMember.ShareOfVariant, string.Create(CultureInfo.InvariantCulture, $"{share.From}~{share.To}"),
                share.Variant);
        if (allocation.Seed is { } seed) Add(FlagMember.Seed, seed);
    }

    // A second filter, or share, of one name has a line of its own.
    private void Add(FlagMember member, string value, string? of = null)
    {
        var number = 1;
        while (!_lines.TryAdd(new(member, of, number), value)) number++;
    }

    private static string YesOrNo(bool isSo) => isSo ? FlagLine.Yes : FlagLine.No;

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
