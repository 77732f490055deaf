namespace Jobs.Experiments;

/// <summary>What a line of a flag is about.</summary>
public enum FlagMember
{
    Description,

    /// <summary>Yes or no.</summary>
    IsArchived,

    /// <summary>All of it, as JSON: it was written around the rules.</summary>
    Definition,

    /// <summary>Yes or no.</summary>
    IsEnabled,

    /// <summary>Whether one of the conditions is enough: Any or All.</summary>
    Requirement,

    /// <summary>Of a condition: its name, and that of the parameter.</summary>
    Parameter,
    Percentage,
    Users,
    PercentageOfGroup,
    ExcludedUsers,
    ExcludedGroups,

    /// <summary>What a variant does to the flag itself: None, Enabled or Disabled.</summary>
    Variant,
    VariantWhenEnabled,
    VariantWhenDisabled,
    UsersOfVariant,
    GroupsOfVariant,
    ShareOfVariant,
    Seed,
}

/// <summary>The name of one line of a flag.</summary>
/// <param name="Member">What it is about.</param>
/// <param name="Of">Which variant, group or parameter; null where there is only one.</param>
/// <param name="Number">Above 1: further lines of the same name, such as a second condition of its kind.</param>
public sealed record FlagLine(FlagMember Member, string? Of = null, int Number = 1)
{
    public const string Yes = "yes";
    public const string No = "no";

    public override string ToString() =>
        string.Join(' ', new[] { $"{Member}", Of, Number > 1 ? $"({Number})" : null }.OfType<string>());
}
