namespace Jobs.Persistence;

/// <summary>Where a feed searches: a circle, and the areas that may have workplaces in it.</summary>
public sealed class FeedArea
{
    private FeedArea(
        GeoPoint center, int radiusMeters, IReadOnlyList<Neighborhood> candidates, IReadOnlyList<Neighborhood> inside)
    {
        Center = center;
        RadiusMeters = radiusMeters;
        InsideIds = [.. inside.Select(neighborhood => neighborhood.Id)];
        var ids = new HashSet<long>(candidates.Count + inside.Count);
        foreach (var neighborhood in candidates) ids.Add(neighborhood.Id);
        ids.UnionWith(InsideIds);
        NeighborhoodIds = [.. ids];
    }

    public GeoPoint Center { get; }
    public int RadiusMeters { get; }

    /// <summary>The areas to look in; their posts still have to lie within the radius.</summary>
    public IReadOnlyList<long> NeighborhoodIds { get; }

    /// <summary>The areas asked for, all of whose posts belong however far they lie.</summary>
    public IReadOnlyList<long> InsideIds { get; }

    public static FeedArea Around(Neighborhood area, int radiusMeters, KnownNeighborhoods known) =>
        new(area.Center, radiusMeters, known.Reaching(area.Center, radiusMeters), known.Inside(area));

    public static FeedArea Around(GeoPoint point, int radiusMeters, KnownNeighborhoods known) =>
        new(point, radiusMeters, known.Reaching(point, radiusMeters), []);
}
