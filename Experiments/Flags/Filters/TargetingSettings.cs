using System.Collections.Frozen;

namespace Jobs.Experiments;

/// <summary>The <c>Audience</c> of a targeting filter.</summary>
internal sealed class TargetingSettings
{
    public required double Percentage { get; init; }
    public required FrozenSet<string> Users { get; init; }
    public required (string Name, double Percentage)[] Groups { get; init; }
    public required FrozenSet<string> ExcludedUsers { get; init; }
    public required string[] ExcludedGroups { get; init; }

    public bool NeedsGroups => Groups.Length + ExcludedGroups.Length > 0;

    /// <summary>Nobody is chosen or left out by name: only the share counts.</summary>
    public bool IsShareOnly => !NeedsGroups && Users.Count + ExcludedUsers.Count == 0;

    public static TargetingSettings Read(ParameterReader parameters)
    {
        parameters.Require("Audience");
        var audience = parameters.Inner("Audience");
        var exclusion = audience?.Inner("Exclusion");
        var settings = new TargetingSettings
        {
            Percentage = ReadPercentage(audience, "DefaultRolloutPercentage"),
            Users = ReadUsers(audience),
            Groups = ReadGroups(audience),
            ExcludedUsers = ReadUsers(exclusion),
            ExcludedGroups = exclusion?.Texts("Groups") ?? [],
        };
        exclusion?.RefuseOthers();
        audience?.RefuseOthers();
        return settings;
    }

    private static double ReadPercentage(ParameterReader? parameters, string name)
    {
        parameters?.Require(name);
        return parameters?.Number(name, 0, 100) ?? 0;
    }

    private static FrozenSet<string> ReadUsers(ParameterReader? parameters)
    {
        var users = parameters?.Texts("Users") ?? [];
        foreach (var user in users.Where(user => !UserIds.IsOne(user)))
            parameters!.Add("Users", $"‘{user}’은(는) 회원 번호가 아니에요.", $"\"{user}\" is not the number of a person.");
        return [.. users];
    }

    private static (string Name, double Percentage)[] ReadGroups(ParameterReader? parameters)
    {
        var groups = new List<(string Name, double Percentage)>();
        foreach (var group in parameters?.InnerList("Groups") ?? [])
        {
            group.Require("Name");
            var (name, percentage) = (group.Text("Name"), ReadPercentage(group, "RolloutPercentage"));
            group.RefuseOthers();
            if (name is null) continue;
            // Of two entries the servers' library would take the first, the browsers' either.
            if (groups.Exists(other => other.Name == name))
                group.Add("Name", $"그룹 ‘{name}’이(가) 두 번 있어요.", $"The group \"{name}\" is there twice.");
            groups.Add((name, percentage));
        }
        return [.. groups];
    }
}
