namespace Jobs.Persistence;

/// <summary>Where a feed searches: a circle, and the areas that may have workplaces in it.</summary>
public sealed class FeedArea
{
    private FeedArea(
        GeoPoint center, int radiusMeters, IReadOnlyList<NearbyNeighborhood> candidates, IReadOnlyList<Neighborhood> inside)
    {
        Center = center;
        RadiusMeters = radiusMeters;
        InsideIds = [.. inside.Select(neighborhood => neighborhood.Id)];
        var (near, far) = (new List<long>(InsideIds), new List<long>(candidates.Count));
        var isInside = InsideIds.Count > 1 ? new HashSet<long>(InsideIds) : null; // Mostly it is one area.
        foreach (var (neighborhood, meters) in candidates)
        {
            if (isInside?.Contains(neighborhood.Id) ?? InsideIds.Contains(neighborhood.Id)) continue;
            (meters <= radiusMeters / 2.0 ? near : far).Add(neighborhood.Id);
        }
        (NearIds, FarIds) = (near, far);
    }

    public GeoPoint Center { get; }
    public int RadiusMeters { get; }

    /// <summary>The areas to look in; their posts still have to lie within the radius.</summary>
    public IEnumerable<long> NeighborhoodIds => NearIds.Concat(FarIds);

    /// <summary>Those of them that have many posts in the circle for the few that lie outside of it.</summary>
    public IReadOnlyList<long> NearIds { get; }

    /// <summary>The others.</summary>
    public IReadOnlyList<long> FarIds { get; }

    /// <summary>The areas asked for, all of whose posts belong however far they lie.</summary>
    public IReadOnlyList<long> InsideIds { get; }

    public static FeedArea Around(Neighborhood area, int radiusMeters, KnownNeighborhoods known) =>
        new(area.Center, radiusMeters, known.Reaching(area.Center, radiusMeters), known.Inside(area));

    public static FeedArea Around(GeoPoint point, int radiusMeters, KnownNeighborhoods known) =>
        new(point, radiusMeters, known.Reaching(point, radiusMeters), []);
}
