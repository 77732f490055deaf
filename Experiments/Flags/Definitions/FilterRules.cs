namespace Jobs.Experiments;

/// <summary>Conditions: filters that exist, spelt as they are, with parameters that they understand.</summary>
internal static class FilterRules
{
    public static void Check(FlagConditions? conditions, ContentProblems problems)
    {
        if (conditions is null) return;
        if (conditions.RequirementType is not (null or FlagConditions.Any or FlagConditions.All))
            problems.Add("conditions.requirement_type", "Any 또는 All이어야 해요.", "Must be Any or All.");
        Check(conditions.ClientFilters ?? [], "conditions.client_filters", problems);
    }

    public static void Check(IReadOnlyList<FlagFilter> filters, string path, ContentProblems problems)
    {
        foreach (var (index, filter) in filters.Index())
        {
            var place = $"{path}.{index}";
            if (BoardFilters.ByName.TryGetValue(filter.Name, out var known))
                known.Read(new ParameterReader(filter.Parameters, $"{place}.parameters", problems));
            else
                Refuse(filter.Name, $"{place}.name", problems);
        }
    }

    private static void Refuse(string name, string path, ContentProblems problems)
    {
        var meant = BoardFilters.All.FirstOrDefault(filter => filter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            || filter.Name.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase));
        // The servers' library would find it all the same, the browsers' would not.
        if (meant is not null)
            problems.Add(path, $"{meant.Name}(으)로 써 주세요.", $"Write {meant.Name}, exactly so.");
        else if (name is "Microsoft.Percentage" or "Percentage")
            problems.Add(path, "부를 때마다 결과가 달라지는 조건이에요. Microsoft.Targeting의 비율을 써 주세요.",
                "It answers at random each time; use a share of Microsoft.Targeting.");
        else
            problems.Add(path, $"‘{name}’은(는) 없는 조건이에요. 쓸 수 있는 조건: {BoardFilters.Names}.",
                $"There is no filter \"{name}\". There are {BoardFilters.Names}.");
    }
}
