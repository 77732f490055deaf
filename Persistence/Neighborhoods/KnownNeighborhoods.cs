using System.Collections.Frozen;

namespace Jobs.Persistence;

/// <summary>Every area in memory: immutable, and small enough to be asked a thousand times a second.</summary>
public sealed class KnownNeighborhoods
{
    private static readonly Lazy<KnownNeighborhoods> LazyShipped = new(() => new KnownNeighborhoods(ShippedNeighborhoods.Read()));

    private readonly FrozenDictionary<long, Neighborhood> _byId;
    private readonly FrozenDictionary<long, Neighborhood[]> _childrenById;
    private readonly LatitudeBelts _belts;

    public KnownNeighborhoods(IEnumerable<Neighborhood> neighborhoods)
    {
        All = [.. neighborhoods.OrderBy(neighborhood => neighborhood.Id)];
        _byId = All.ToFrozenDictionary(neighborhood => neighborhood.Id);
        _childrenById = All.Where(neighborhood => neighborhood.ParentId is not null)
            .GroupBy(neighborhood => neighborhood.ParentId!.Value).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _belts = new LatitudeBelts(All);
    }

    /// <summary>The areas that come with the program, read once; the table holds the same rows.</summary>
    public static KnownNeighborhoods Shipped => LazyShipped.Value;

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<Neighborhood> All { get; }

    public Neighborhood? Find(long id) => _byId.GetValueOrDefault(id);

    public Neighborhood? Find(string code) =>
        code.Length == 10 && code.All(char.IsAsciiDigit) ? Find(long.Parse(code, System.Globalization.CultureInfo.InvariantCulture)) : null;

    public IReadOnlyList<Neighborhood> ChildrenOf(long id) => _childrenById.GetValueOrDefault(id, []);

    /// <summary>The area itself and everything inside it.</summary>
    public IReadOnlyList<Neighborhood> Inside(Neighborhood area)
    {
        var inside = new List<Neighborhood> { area };
        for (var index = 0; index < inside.Count; index++) inside.AddRange(ChildrenOf(inside[index].Id));
        return inside;
    }

    /// <summary>Areas whose centre lies within the radius, nearest first; of one level, or of all.</summary>
    public IReadOnlyList<NearbyNeighborhood> Within(GeoPoint center, double radiusMeters, NeighborhoodLevel? level = null) =>
    [
        .. _belts.Around(center, radiusMeters)
            .Where(neighborhood => level is null || neighborhood.Level == level)
            .Select(neighborhood => new NearbyNeighborhood(neighborhood, center.DistanceTo(neighborhood.Center)))
            .Where(nearby => nearby.Meters <= radiusMeters)
            .OrderBy(nearby => nearby.Meters).ThenBy(nearby => nearby.Neighborhood.Id),
    ];

    /// <summary>Areas with every word of the query in their whole name: exact names first, then beginnings, then the rest.</summary>
    public IReadOnlyList<Neighborhood> Search(string query, NeighborhoodLevel? level = null)
    {
        var words = Plain(query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        return
        [
            .. All.Where(neighborhood => level is null || neighborhood.Level == level)
                .Where(neighborhood => words.All(word => neighborhood.FullName.Contains(word, StringComparison.Ordinal)))
                .OrderBy(neighborhood => Rank(neighborhood.Name, words[^1])).ThenBy(neighborhood => neighborhood.Id),
        ];
    }

    private static int Rank(string name, string lastWord) =>
        name == lastWord ? 0
        : name.StartsWith(lastWord, StringComparison.Ordinal) ? 1
        : name.Contains(lastWord, StringComparison.Ordinal) ? 2 : 3;

    // People write 종로1·2가 or 종로1,2가 for what the table calls 종로1.2가 (and six names the other way round).
    private static string Plain(string query) => query.Normalize().Replace('·', '.').Trim();
}

/// <summary>An area and how far its centre is.</summary>
public readonly record struct NearbyNeighborhood(Neighborhood Neighborhood, double Meters);
