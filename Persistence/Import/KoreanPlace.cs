namespace Jobs.Persistence.Import;

/// <summary>A place in Korea written for foreigners: "Seoul, South Korea", "KR-Seoul".</summary>
internal static class KoreanPlace
{
    private static readonly (string English, string Korean)[] Cities =
    [
        ("Seoul", "서울"), ("Busan", "부산"), ("Daegu", "대구"), ("Incheon", "인천"), ("Gwangju", "광주"), ("Daejeon", "대전"),
        ("Ulsan", "울산"), ("Sejong", "세종"), ("Jeju", "제주"), ("Gyeonggi", "경기"), ("Pangyo", "경기 성남시 분당구"),
    ];

    private static readonly string[] Country = ["Korea", "KOR", "KR-", "대한민국"];

    /// <returns>Null for a place abroad; the whole country if no city is named.</returns>
    public static string? In(string location)
    {
        foreach (var (english, korean) in Cities)
            if (location.Contains(english, StringComparison.OrdinalIgnoreCase)
                || location.Contains(korean, StringComparison.Ordinal))
                return korean;
        return Country.Any(name => location.Contains(name, StringComparison.Ordinal)) ? "전국" : null;
    }
}
