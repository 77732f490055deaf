namespace Jobs.Persistence.Import;

/// <summary>The provinces as people shorten them: 서울, 충북, 제주.</summary>
internal static class SidoNames
{
    // Both Gangwon names, because the province was renamed in 2023 and the area list may hold either.
    private static readonly (string Short, string[] Full)[] All =
    [
        ("서울", ["서울특별시"]), ("부산", ["부산광역시"]), ("대구", ["대구광역시"]), ("인천", ["인천광역시"]), ("광주", ["광주광역시"]),
        ("대전", ["대전광역시"]), ("울산", ["울산광역시"]), ("세종", ["세종특별자치시"]), ("경기", ["경기도"]),
        ("강원", ["강원도", "강원특별자치도"]), ("충북", ["충청북도"]), ("충남", ["충청남도"]), ("전북", ["전라북도", "전북특별자치도"]),
        ("전남", ["전라남도"]), ("경북", ["경상북도"]), ("경남", ["경상남도"]), ("제주", ["제주특별자치도", "제주도"]),
    ];

    /// <returns>The full names that the word may stand for; empty if it is no province.</returns>
    public static IReadOnlyList<string> Of(string word)
    {
        foreach (var (name, full) in All)
            if (word == name || (word.Length > name.Length && full.Contains(word)) || word == $"{name}시" && full[0].EndsWith('시'))
                return full;
        return [];
    }
}
