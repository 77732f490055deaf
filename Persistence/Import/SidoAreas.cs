namespace Jobs.Persistence.Import;

/// <summary>The wards, cities and counties of one province, by the names that people write for them.</summary>
internal sealed class SidoAreas
{
    private const int PrefixCharsMin = 2;

    // Renamed wards that old posts still name.
    private static readonly (string Sido, string Old, string New)[] Renamed = [("인천광역시", "남구", "미추홀구")];

    private readonly List<WardAreas> _wards;

    public SidoAreas(Neighborhood area, ILookup<long, Neighborhood> children)
    {
        Area = area;
        _wards = [.. children[area.Id].Where(child => child.Level == NeighborhoodLevel.Sigungu)
            .Select(ward => new WardAreas(ward, NameIn(area, ward), [.. children[ward.Id]]))];
        // Sejong has no wards; its neighbourhoods stand right under it.
        var dongs = children[area.Id].Where(child => child.Level == NeighborhoodLevel.Dong).ToList();
        if (dongs.Count > 0) _wards.Add(new WardAreas(area, "", dongs));
    }

    public Neighborhood Area { get; }

    /// <summary>For words after the province's name. One that has a single "ward" is not named twice: "세종 아름동".</summary>
    public PlaceMatch Find(ReadOnlySpan<string> words, bool isAddress)
    {
        var named = FindWard(words, isAddress);
        return named.Area is null && _wards is [var only] ? PlaceMatch.Of(only.Find(words, isAddress)) : named;
    }

    /// <summary>For words that must start with a ward's name.</summary>
    public PlaceMatch FindWard(ReadOnlySpan<string> words, bool isAddress)
    {
        var fault = RejectReason.PlaceUnknown;
        // "수원시 영통구" before "수원시".
        for (var count = Math.Min(2, words.Length); count > 0; count--)
        {
            var name = string.Join(' ', words[..count]!);
            var ward = Ward(name, out var isAmbiguous);
            if (ward is not null) return PlaceMatch.Of(ward.Find(words[count..], isAddress));
            if (isAmbiguous) fault = RejectReason.PlaceAmbiguous;
        }
        return PlaceMatch.Not(fault);
    }

    private WardAreas? Ward(string name, out bool isAmbiguous)
    {
        isAmbiguous = false;
        foreach (var (sido, old, renamed) in Renamed)
            if (sido == Area.FullName && old == name && !_wards.Exists(ward => ward.Name == old))
                name = renamed;
        if (_wards.Find(ward => ward.Name == name) is { } exact) return exact;
        // "성남시" has only wards: the one that lies in its middle stands for it.
        var ofCity = _wards.FindAll(ward => ward.Name.StartsWith($"{name} ", StringComparison.Ordinal));
        if (ofCity.Count > 0) return WardAreas.Central(ofCity);
        // "영통구" without its city.
        if (_wards.FindAll(ward => ward.Name.EndsWith($" {name}", StringComparison.Ordinal)) is [var inCity]) return inCity;
        // One source cuts names to three letters: "영등포", "남양주", "부산진".
        var whole = _wards.FindAll(
            ward => ward.Name.Length == name.Length + 1 && ward.Name.StartsWith(name, StringComparison.Ordinal));
        var cut = whole.Count > 0 || name.Length < PrefixCharsMin
            ? whole
            : _wards.FindAll(ward => ward.Name.StartsWith(name, StringComparison.Ordinal));
        isAmbiguous = cut.Count > 1;
        return cut.Count == 1 ? cut[0] : null;
    }

    private static string NameIn(Neighborhood sido, Neighborhood ward) =>
        ward.FullName.StartsWith($"{sido.FullName} ", StringComparison.Ordinal)
            ? ward.FullName[(sido.FullName.Length + 1)..]
            : ward.Name;
}
