using System.Collections.Frozen;

namespace Jobs.Experiments;

/// <summary>Every filter that a definition may name.</summary>
internal static class BoardFilters
{
    public static readonly BoardFilter[] All =
    [
        new TargetingFilter(), new TimeWindowFilter(), new RoleFilter(), new NeighborhoodFilter(), new AppFilter(),
        new AccountAgeFilter(), new DaysSinceFilter(), new PrerequisiteFilter(), new LayerFilter(),
    ];

    public static readonly FrozenDictionary<string, BoardFilter> ByName = All.ToFrozenDictionary(filter => filter.Name);

    public static readonly string Names = string.Join(", ", All.Select(filter => filter.Name));
}
