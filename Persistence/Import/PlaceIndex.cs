namespace Jobs.Persistence.Import;

/// <summary>Finds the area that a written place means: "서울 강남구", "경기 남양주", "세종 아름동", "경기 수원시 영통구 … (영통동)".</summary>
/// <remarks>
/// The finest area that is really named is the answer; nothing is guessed below it. A place whose province and ward are plain but
/// whose neighbourhood is unknown is its ward.
/// </remarks>
internal sealed class PlaceIndex
{
    private const string Whole = "전체";
    private const string Nationwide = "전국";

    private readonly Remembered<(string, string?, bool), PlaceMatch> _known = new();
    private readonly Dictionary<string, SidoAreas> _sidos;

    public PlaceIndex(IReadOnlyCollection<Neighborhood> areas)
    {
        var children = areas.Where(area => area is { IsCurrent: true, ParentId: not null })
            .ToLookup(area => area.ParentId!.Value);
        _sidos = areas.Where(area => area is { IsCurrent: true, Level: NeighborhoodLevel.Sido })
            .ToDictionary(sido => sido.FullName, sido => new SidoAreas(sido, children));
    }

    /// <param name="place">As written in the source.</param>
    /// <param name="sido">The province of a source that names wards only.</param>
    /// <param name="isAddress">True for a street address.</param>
    public PlaceMatch Find(string place, string? sido = null, bool isAddress = false)
    {
        if (_known.TryGet((place, sido, isAddress), out var known)) return known;
        var words = PlainText.Of(place).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return _known.Keep((place, sido, isAddress), Find(words, sido, isAddress));
    }

    private PlaceMatch Find(ReadOnlySpan<string> words, string? assumedSido, bool isAddress)
    {
        if (words.IsEmpty) return PlaceMatch.Not(RejectReason.PlaceMissing);
        if (words[0] == Nationwide) return PlaceMatch.Not(RejectReason.PlaceNationwide);
        if (Sido(words[0]) is { } sido) words = words[1..];
        else if (assumedSido is not null) sido = Sido(assumedSido);
        else return FindAnywhere(words, isAddress);
        if (sido is null) return PlaceMatch.Not(RejectReason.PlaceUnknown);
        return words.IsEmpty || words[0] == Whole ? PlaceMatch.Of(sido.Area) : sido.Find(words, isAddress);
    }

    /// <summary>Without a province, a name must be the only one of its kind in the country: 시흥시 is, 중구 is not.</summary>
    private PlaceMatch FindAnywhere(ReadOnlySpan<string> words, bool isAddress)
    {
        PlaceMatch? only = null;
        foreach (var sido in _sidos.Values)
        {
            var match = sido.FindWard(words, isAddress);
            if (match.Fault == RejectReason.PlaceUnknown) continue;
            if (only is not null || match.Area is null) return PlaceMatch.Not(RejectReason.PlaceAmbiguous);
            only = match;
        }
        return only ?? PlaceMatch.Not(RejectReason.PlaceUnknown);
    }

    private SidoAreas? Sido(string word)
    {
        foreach (var name in SidoNames.Of(word))
            if (_sidos.TryGetValue(name, out var sido))
                return sido;
        return null;
    }
}
