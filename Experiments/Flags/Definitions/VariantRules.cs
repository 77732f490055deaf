namespace Jobs.Experiments;

/// <summary>Variants: each named once, and everybody who is in gets exactly one of them.</summary>
internal static class VariantRules
{
    public static void Check(FlagDefinition definition, ContentProblems problems)
    {
        var variants = definition.Variants ?? [];
        CheckVariants(variants, problems);
        if (definition.Allocation is not { } allocation)
        {
            if (variants.Count > 0)
                problems.Add("allocation", "변형을 누구에게 줄지 정해 주세요.", "Say who gets which variant.");
            return;
        }
        if (variants.Count == 0) problems.Add("allocation", "나눠 줄 변형이 없어요.", "There are no variants to give.");
        CheckNames(allocation, [.. variants.Select(variant => variant.Name)], problems);
        CheckLists(allocation, problems);
        CheckSeed(definition.Id, allocation.Seed, problems);
        if (allocation.Percentile is { } shares) ShareRules.Check(shares, problems);
        else if (allocation.DefaultWhenEnabled is null)
            problems.Add("allocation", "나머지 사람에게 줄 변형(default_when_enabled)이나 비율(percentile)이 필요해요.",
                "Needs shares (percentile) or a variant for everybody else (default_when_enabled).");
    }

    private static void CheckVariants(IReadOnlyList<FlagVariant> variants, ContentProblems problems)
    {
        foreach (var (index, variant) in variants.Index())
        {
            if (string.IsNullOrWhiteSpace(variant.Name))
                problems.Add($"variants.{index}.name", "변형의 이름이 필요해요.", "The variant needs a name.");
            if (variants.Take(index).Any(other => other.Name == variant.Name))
                problems.Add($"variants.{index}.name", $"변형 ‘{variant.Name}’이(가) 두 번 있어요.",
                    $"The variant \"{variant.Name}\" is there twice.");
            if (variant.StatusOverride is not (null or "None" or "Enabled" or "Disabled"))
                problems.Add($"variants.{index}.status_override", "None, Enabled, Disabled 중 하나여야 해요.",
                    "Must be None, Enabled or Disabled.");
        }
    }

    private static void CheckNames(FlagAllocation allocation, string[] variants, ContentProblems problems)
    {
        Check(allocation.DefaultWhenEnabled, "default_when_enabled");
        Check(allocation.DefaultWhenDisabled, "default_when_disabled");
        foreach (var (index, share) in (allocation.User ?? []).Index()) Check(share.Variant, $"user.{index}.variant");
        foreach (var (index, share) in (allocation.Group ?? []).Index()) Check(share.Variant, $"group.{index}.variant");
        foreach (var (index, share) in (allocation.Percentile ?? []).Index()) Check(share.Variant, $"percentile.{index}.variant");

        void Check(string? name, string path)
        {
            if (name is not null && !variants.Contains(name))
                problems.Add($"allocation.{path}", $"‘{name}’은(는) 없는 변형이에요.", $"There is no variant \"{name}\".");
        }
    }

    private static void CheckLists(FlagAllocation allocation, ContentProblems problems)
    {
        CheckList("user", "회원", "person", [.. (allocation.User ?? []).Select(share => share.Users)]);
        CheckList("group", "그룹", "group", [.. (allocation.Group ?? []).Select(share => share.Groups)]);

        void CheckList(string member, string korean, string english, IReadOnlyList<string>[] lists)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (index, names) in lists.Index())
                foreach (var name in names)
                {
                    var path = $"allocation.{member}.{index}";
                    if (!seen.Add(name))
                        problems.Add(path, $"{korean} ‘{name}’이(가) 두 번 있어요.", $"The {english} \"{name}\" is there twice.");
                    else if (string.IsNullOrWhiteSpace(name) || member == "user" && !UserIds.IsOne(name))
                        problems.Add(path, $"‘{name}’은(는) {korean}이(가) 아니에요.", $"\"{name}\" is no {english}.");
                }
        }
    }

    private static void CheckSeed(string key, string? seed, ContentProblems problems)
    {
        if (seed is null) return;
        if (string.IsNullOrWhiteSpace(seed))
            problems.Add("allocation.seed", "비워 두려면 seed를 빼 주세요.", "Leave the seed out instead of leaving it empty.");
        // The roll-out hashes the flag's name. With the same text here, whoever is in the first half is in the first variant.
        if (seed == key)
            problems.Add("allocation.seed", "플래그 이름과 같으면 변형이 한쪽으로 쏠려요. 다른 값을 쓰거나 빼 주세요.",
                "With the flag's name as the seed one variant gets nearly everybody; use another or leave it out.");
    }
}
