using Jobs.Experiments;
using Jobs.Schema;

namespace Jobs.Api.WebConsole.Flags;

/// <summary>Says what changed in a flag as its pages say it. Names of the schema stay as the definition spells them.</summary>
public static class FlagWords
{
    public static IReadOnlyList<ShownDifference> Of(IEnumerable<FlagDifference> differences, RequestLanguage language) =>
    [
        .. differences.Select(difference => new ShownDifference(
            NameOf(difference.What, language), ValueOf(difference.What.Member, difference.Before, language),
            ValueOf(difference.What.Member, difference.After, language))),
    ];

    private static string NameOf(FlagLine line, RequestLanguage language)
    {
        var name = line.Member switch
        {
            FlagMember.Description => language.Say("무엇을 위한 것", "What for"),
            FlagMember.IsArchived => language.Say("보관", "Archived"),
            FlagMember.Definition => language.Say("정의 (JSON)", "Definition (JSON)"),
            FlagMember.IsEnabled => language.Say("켜짐", "On"),
            FlagMember.Requirement => language.Say("조건이 맞는 방법", "Conditions that must hold"),
            FlagMember.Parameter => language.Say($"조건 {line.Of}", $"Condition {line.Of}"),
            FlagMember.Percentage => language.Say("보여 줄 비율 (%)", "Share of people (%)"),
            FlagMember.Users => language.Say("늘 보는 사람", "Always on for"),
            FlagMember.PercentageOfGroup => language.Say($"무리 {line.Of}의 비율 (%)", $"Share of the group {line.Of} (%)"),
            FlagMember.ExcludedUsers => language.Say("절대 안 보는 사람", "Never on for"),
            FlagMember.ExcludedGroups => language.Say("절대 안 보는 무리", "Never on for the groups"),
            FlagMember.Variant => language.Say($"안 {line.Of}", $"Variant {line.Of}"),
            FlagMember.VariantWhenEnabled => language.Say("켜졌을 때의 안", "Variant while on"),
            FlagMember.VariantWhenDisabled => language.Say("꺼졌을 때의 안", "Variant while off"),
            FlagMember.UsersOfVariant => language.Say($"안 {line.Of}을(를) 보는 사람", $"People with {line.Of}"),
            FlagMember.GroupsOfVariant => language.Say($"안 {line.Of}을(를) 보는 무리", $"Groups with {line.Of}"),
            FlagMember.ShareOfVariant => language.Say($"안 {line.Of}의 구간 (%)", $"Range of {line.Of} (%)"),
            _ => language.Say("나누는 씨앗", "Seed of the split"),
        };
        return line.Number == 1 ? name : $"{name} ({line.Number})";
    }

    private static string? ValueOf(FlagMember member, string? value, RequestLanguage language) => (member, value) switch
    {
        (FlagMember.IsArchived or FlagMember.IsEnabled, FlagLine.Yes) => language.Say("예", "yes"),
        (FlagMember.IsArchived or FlagMember.IsEnabled, FlagLine.No) => language.Say("아니요", "no"),
        (FlagMember.Requirement, "Any") => language.Say("하나라도", "any of them"),
        (FlagMember.Requirement, "All") => language.Say("모두", "all of them"),
        (FlagMember.Variant, "None") => language.Say("켜짐을 바꾸지 않음", "leaves the flag as it is"),
        (FlagMember.Variant, "Enabled") => language.Say("켬", "turns the flag on"),
        (FlagMember.Variant, "Disabled") => language.Say("끔", "turns the flag off"),
        _ => value,
    };
}
