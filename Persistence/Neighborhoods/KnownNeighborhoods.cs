using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Jobs.Persistence;

/// <summary>Every area in memory: immutable, and small enough to be asked a thousand times a second.</summary>
public sealed partial class KnownNeighborhoods
{
    private const int SearchesMax = 8_192; // Every area with two radii; some 600 bytes each.
    private static readonly Lazy<KnownNeighborhoods> LazyShipped = new(() => new KnownNeighborhoods(ShippedNeighborhoods.Read()));

    private readonly Neighborhood[] areas;
    private readonly FrozenDictionary<long, Neighborhood> byId;
    private readonly FrozenDictionary<long, Neighborhood[]> childrenById;
    private readonly FrozenDictionary<long, (string Name, string FullName)> spokenById;
    private readonly Lazy<Surroundings[]> surroundings;
    private readonly ConcurrentDictionary<(long Id, int RadiusMeters), FeedArea> searches = new();

    public KnownNeighborhoods(IEnumerable<Neighborhood> neighborhoods)
    {
        areas = [.. neighborhoods.OrderBy(neighborhood => neighborhood.Id)];
        byId = All.ToFrozenDictionary(neighborhood => neighborhood.Id);
        childrenById = All.Where(neighborhood => neighborhood.ParentId is not null)
            .GroupBy(neighborhood => neighborhood.ParentId!.Value)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        spokenById = All.ToFrozenDictionary(area => area.Id, area => (Spoken(area.Name), Spoken(area.FullName)));
        surroundings = new Lazy<Surroundings[]>(ReadSurroundings);
    }

    /// <summary>The areas that come with the program, read once; the table holds the same rows.</summary>
    public static KnownNeighborhoods Shipped => LazyShipped.Value;

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<Neighborhood> All => areas;

    public Neighborhood? Find(long id) => byId.GetValueOrDefault(id);

    /// <summary>By the 10-digit code.</summary>
    public Neighborhood? Find(string code) =>
        code.Length == 10 && long.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Find(id) : null;

    public IReadOnlyList<Neighborhood> ChildrenOf(long id) => childrenById.GetValueOrDefault(id, []);

    /// <summary>The area itself and everything inside it.</summary>
    public IReadOnlyList<Neighborhood> Inside(Neighborhood area)
    {
        var inside = new List<Neighborhood> { area };
        for (var index = 0; index < inside.Count; index++) inside.AddRange(ChildrenOf(inside[index].Id));
        return inside;
    }

    /// <summary>Areas whose centre lies within the radius, nearest first; of one level, or of all.</summary>
    public IReadOnlyList<NearbyNeighborhood> Within(GeoPoint center, double radiusMeters, NeighborhoodLevel? level = null)
    {
        var nearby = new List<NearbyNeighborhood>();
        var circle = new GeoCircle(center, radiusMeters);
        foreach (var neighborhood in areas)
        {
            if (level is not null && neighborhood.Level != level) continue;
            if (circle.MetersTo(neighborhood.Center) is { } meters) nearby.Add(new(neighborhood, meters));
        }
        nearby.Sort((left, right) => (left.Meters, left.Neighborhood.Id).CompareTo((right.Meters, right.Neighborhood.Id)));
        return nearby;
    }

    /// <summary>
    /// Areas of every level that may have a workplace within the radius: their surroundings reach into it. Those that hold others
    /// reach where these do, and around their own centre, where posts stand that say no more.
    /// </summary>
    public IReadOnlyList<NearbyNeighborhood> Reaching(GeoPoint center, double radiusMeters)
    {
        var reaching = new List<NearbyNeighborhood>();
        var circle = new GeoCircle(center, radiusMeters);
        for (var index = 0; index < areas.Length;) index = AddReaching(index, circle, reaching);
        return reaching;
    }

    /// <summary>Where to look around an area. Kept, as far as there is room: people search where they live, at a usual radius.</summary>
    public FeedArea SearchAround(Neighborhood area, int radiusMeters)
    {
        if (searches.TryGetValue((area.Id, radiusMeters), out var known)) return known;
        var found = FeedArea.Around(area, radiusMeters, this);
        if (searches.Count < SearchesMax) searches.TryAdd((area.Id, radiusMeters), found);
        return found;
    }

    /// <summary>Areas with every word of the query in the whole name: exact names, then beginnings, then the rest.</summary>
    public IReadOnlyList<Neighborhood> Search(string query, NeighborhoodLevel? level = null)
    {
        var words = Spoken(query).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        return
        [
            .. All.Where(area => level is null || area.Level == level)
                .Where(area => words.All(word => spokenById[area.Id].FullName.Contains(word, StringComparison.Ordinal)))
                .OrderBy(area => Rank(spokenById[area.Id].Name, words[^1])).ThenBy(area => area.Id),
        ];
    }

    /// <summary>An area and what is inside of it, as far as that reaches into the circle.</summary>
    /// <returns>Where the areas inside of it end.</returns>
    private int AddReaching(int index, in GeoCircle circle, List<NearbyNeighborhood> reaching)
    {
        var area = surroundings.Value[index]; // Numbers beside each other: the areas themselves are scattered over the heap.
        if (circle.MetersTo(area.Center, area.ReachMeters) is not { } meters) return area.End; // Nothing in it reaches farther.
        reaching.Add(new(areas[index], meters));
        var count = reaching.Count;
        for (var inside = index + 1; inside < area.End;) inside = AddReaching(inside, circle, reaching);
        // The islands of Incheon make a circle of it that holds half the country.
        if (area.End > index + 1 && reaching.Count == count && meters > circle.RadiusMeters + NeighborhoodReach.AtLeastMeters)
            reaching.RemoveAt(count - 1);
        return area.End;
    }

    // By their codes an area comes right before all that it holds.
    private Surroundings[] ReadSurroundings()
    {
        var reaches = NeighborhoodReach.OfAll(areas);
        var read = new Surroundings[areas.Length];
        for (var index = 0; index < areas.Length; index++)
        {
            var end = index + 1;
            while (end < areas.Length && IsInside(areas[end], areas[index].Id)) end++;
            read[index] = new(areas[index].Center, reaches[index], end);
        }
        return read;
    }

    private bool IsInside(Neighborhood area, long id) =>
        area.ParentId is { } parent && (parent == id || IsInside(byId[parent], id));

    // The table says 신사제1동 and 종로1.2.3.4가동 where people say 신사1동 and 종로1·2·3·4가동.
    private static string Spoken(string name) => OldOrdinal().Replace(name.Normalize().Replace('·', '.').Replace(',', '.'), "");

    [GeneratedRegex("제(?=[0-9])")]
    private static partial Regex OldOrdinal();

    private static int Rank(string name, string lastWord) =>
        name == lastWord ? 0
        : name.StartsWith(lastWord, StringComparison.Ordinal) ? 1
        : name.Contains(lastWord, StringComparison.Ordinal) ? 2 : 3;

    /// <param name="Center">Of an area.</param>
    /// <param name="ReachMeters">How far from there a workplace of it may lie.</param>
    /// <param name="End">Where the areas inside of it end.</param>
    private readonly record struct Surroundings(GeoPoint Center, double ReachMeters, int End);
}

/// <summary>An area and how far its centre is.</summary>
public readonly record struct NearbyNeighborhood(Neighborhood Neighborhood, double Meters);
