namespace Jobs.Experiments;

/// <summary>One line of what changed: <c>Percentage 10 -> 50</c>.</summary>
/// <param name="What">The member of the definition.</param>
/// <param name="Before">Null: it was not there.</param>
/// <param name="After">Null: it is not there any more.</param>
public sealed record FlagDifference(FlagLine What, string? Before, string? After)
{
    public override string ToString() => $"{What} {Before} -> {After}";

    public static IReadOnlyList<FlagDifference> Between(FeatureFlagRevision before, FeatureFlagRevision after)
    {
        var (old, now) = (FlagLines.Of(before), FlagLines.Of(after));
        return
        [
            .. old.Keys.Union(now.Keys)
                .Select(what => new FlagDifference(what, old.GetValueOrDefault(what), now.GetValueOrDefault(what)))
                .Where(line => line.Before != line.After),
        ];
    }
}
