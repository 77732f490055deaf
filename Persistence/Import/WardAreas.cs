using System.Buffers;

namespace Jobs.Persistence.Import;

/// <summary>
/// One ward, city or county with its neighbourhoods (행정동), found by today's names and by those of the law (법정동).
/// </summary>
internal sealed class WardAreas(Neighborhood area, string name, IReadOnlyList<Neighborhood> dongs)
{
    private static readonly SearchValues<char> PartChars = SearchValues.Create("0123456789.가본동");

    private static readonly char[] Digits = [.. "0123456789."];

    private readonly List<(string Name, Neighborhood Area)> _dongs = [.. dongs.Select(dong => (Spelling(dong.Name), dong))];

    /// <summary>As written after the province: 강남구, 수원시 영통구.</summary>
    public string Name => name;

    /// <summary>The neighbourhood that the words after the ward name, else the ward.</summary>
    public Neighborhood Find(ReadOnlySpan<string> words, bool isAddress)
    {
        if (words.IsEmpty) return area;
        if (!isAddress) return FindDong(words[0]) ?? area;
        // "… 청명남로 25 (영통동, 청명타운텔) 1층" names it in brackets, "… 영통동 958-3" and "… 마장면 덕평리" right away.
        foreach (var word in words)
            if (word.StartsWith('(') && FindDong(word.Trim('(', ')', ',')) is { } bracketed)
                return bracketed;
        return words[0][^1] is '동' or '읍' or '면' or '가' ? FindDong(words[0]) ?? area : area;
    }

    public Neighborhood? FindDong(string word)
    {
        var spelling = Spelling(word);
        // 회현동1가 → 회현동, 을지로3가 → 을지로, and 안암동5, which a source cut before its 가.
        var legal = (spelling.EndsWith('가') ? spelling[..^1] : spelling).TrimEnd(Digits);
        var exact = Exact(spelling) ?? Exact($"{spelling}동") ?? Exact(legal) ?? Exact($"{legal}동");
        if (exact is not null) return exact;
        // 역삼동 of the law is 역삼1동 and 역삼2동 of the administration.
        var stem = legal.EndsWith('동') ? legal[..^1] : legal;
        return stem.Length == 0 || stem == legal && stem.Length < 2
            ? null
            : Central(_dongs.FindAll(dong => IsPartOf(dong.Name, stem)).ConvertAll(dong => dong.Area));
    }

    /// <summary>Of several wards the one nearest to where all their neighbourhoods lie.</summary>
    public static WardAreas Central(IReadOnlyList<WardAreas> wards)
    {
        var middle = Middle(wards.SelectMany(ward => ward._dongs, (_, dong) => dong.Area));
        return wards.MinBy(ward => ward.Center.DistanceTo(middle))!;
    }

    private GeoPoint Center => area.Center;

    private Neighborhood? Exact(string spelling) => _dongs.Find(dong => dong.Name == spelling).Area;

    private static Neighborhood? Central(List<Neighborhood> areas)
    {
        if (areas.Count == 0) return null;
        var middle = Middle(areas);
        return areas.MinBy(area => area.Center.DistanceTo(middle));
    }

    private static GeoPoint Middle(IEnumerable<Neighborhood> areas)
    {
        var points = areas.Select(area => area.Center).ToList();
        return new GeoPoint(points.Average(point => point.Latitude), points.Average(point => point.Longitude));
    }

    /// <summary>True for 역삼1동, 성수1가2동 or 영등포본동 of 역삼, 성수 or 영등포.</summary>
    private static bool IsPartOf(string dong, string stem) =>
        dong.Length > stem.Length && dong.StartsWith(stem, StringComparison.Ordinal)
        && dong.AsSpan(stem.Length).IndexOfAnyExcept(PartChars) < 0;

    /// <summary>One spelling for 신길제7동 and 신길7동, 숭의1,3동, 숭의1·3동 and 숭의1.3동.</summary>
    private static string Spelling(string name)
    {
        name = name.Replace('·', '.').Replace(',', '.').Replace(" ", "", StringComparison.Ordinal);
        for (var at = name.Length - 2; at > 0; at--)
            if (name[at] == '제' && char.IsAsciiDigit(name[at + 1]))
                name = name.Remove(at, 1);
        return name;
    }
}
