using Microsoft.FeatureManagement;

namespace Jobs.Experiments;

/// <summary>Chosen people, shares of groups, and a share of everybody.</summary>
/// <remarks>
/// The library's filter of this name does the same (a test proves it) but hashes on the heap, walks LINQ and would take everybody
/// without an id for the same person. This one lets nobody without an id take part.
/// </remarks>
[FilterAlias(Alias)]
internal sealed class TargetingFilter : BoardFilter<TargetingSettings>
{
    public const string Alias = "Microsoft.Targeting";

    public override string Name => Alias;

    protected override TargetingSettings ReadSettings(ParameterReader parameters) => TargetingSettings.Read(parameters);

    protected override Task<bool> EvaluateAsync(TargetingSettings settings, FlagContext context, string flagKey) =>
        settings.NeedsGroups && !context.HasFacts
            ? WithGroupsAsync(settings, context, flagKey)
            : Answer(IsTargeted(settings, context, flagKey));

    private static async Task<bool> WithGroupsAsync(TargetingSettings settings, FlagContext context, string flagKey)
    {
        await context.FactsAsync();
        return IsTargeted(settings, context, flagKey);
    }

    private static bool IsTargeted(TargetingSettings settings, FlagContext context, string flagKey)
    {
        var userId = context.UserId;
        if (settings.ExcludedUsers.Contains(userId)) return false;
        if (settings.NeedsGroups)
        {
            foreach (var group in settings.ExcludedGroups)
                if (context.IsIn(group)) return false;
        }
        if (settings.Users.Contains(userId)) return true;
        foreach (var group in settings.Groups)
        {
            if (context.IsIn(group.Name) && Percentile.IsWithin(userId, $"{flagKey}\n{group.Name}", 0, group.Percentage))
                return true;
        }
        return settings.Percentage >= 100 || Percentile.IsWithin(userId, flagKey, 0, settings.Percentage);
    }
}
