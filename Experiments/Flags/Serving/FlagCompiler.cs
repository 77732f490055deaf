using Microsoft.FeatureManagement;

namespace Jobs.Experiments;

/// <summary>
/// From a checked definition to the library's: arrays instead of queries, parameters read once. Parameters kept as IConfiguration
/// would be read again at every evaluation, five times as long.
/// </summary>
internal static class FlagCompiler
{
    private static readonly FeatureFilterConfiguration[] ForEverybody = [new() { Name = "AlwaysOn" }];

    public static FeatureDefinition Compile(FlagDefinition definition, bool withVariants) => new()
    {
        Name = definition.Id,
        Status = definition.Enabled ? FeatureStatus.Conditional : FeatureStatus.Disabled,
        RequirementType = definition.Conditions?.RequirementType == FlagConditions.All
            ? RequirementType.All
            : RequirementType.Any,
        EnabledFor = FlagFilters.Read(definition) is { Length: > 0 } filters ? filters : ForEverybody,
        Variants = Compile(withVariants ? definition.Variants ?? [] : []),
        Allocation = withVariants && definition.Allocation is { } allocation ? Compile(allocation) : null,
    };

    private static VariantDefinition[] Compile(IReadOnlyList<FlagVariant> variants) =>
    [
        .. variants.Select(variant => new VariantDefinition
        {
            Name = variant.Name,
            StatusOverride = variant.StatusOverride is { } status ? Enum.Parse<StatusOverride>(status) : StatusOverride.None,
        }),
    ];

    private static Allocation Compile(FlagAllocation allocation) => new()
    {
        DefaultWhenEnabled = allocation.DefaultWhenEnabled,
        DefaultWhenDisabled = allocation.DefaultWhenDisabled,
        User = allocation.User?
            .Select(share => new UserAllocation { Variant = share.Variant, Users = share.Users }).ToArray(),
        Group = allocation.Group?
            .Select(share => new GroupAllocation { Variant = share.Variant, Groups = share.Groups }).ToArray(),
        Percentile = allocation.Percentile?.Select(share => new PercentileAllocation
        {
            Variant = share.Variant,
            From = share.From,
            To = share.To,
        }).ToArray(),
        Seed = allocation.Seed,
    };
}
