namespace Jobs.Persistence;

/// <summary>How far from its centre a workplace of an area may lie. Outlines are not shipped, so neighbours tell the size.</summary>
internal static class NeighborhoodReach
{
    private const double AtLeastMeters = 1_000;
    private const int NeighborsAround = 4;
    private static readonly double[] SearchRadii = [3_000, 12_000, 50_000];

    /// <summary>One figure for each of <see cref="KnownNeighborhoods.All"/>, in the same order.</summary>
    public static double[] OfAll(KnownNeighborhoods known)
    {
        var reaches = new Dictionary<long, double>();
        // Children first: an area reaches as far as the farthest of them.
        foreach (var area in known.All.OrderByDescending(area => area.Level)) reaches[area.Id] = Of(area, known, reaches);
        return [.. known.All.Select(area => reaches[area.Id])];
    }

    private static double Of(Neighborhood area, KnownNeighborhoods known, Dictionary<long, double> reaches)
    {
        var children = known.ChildrenOf(area.Id);
        if (children.Count > 0) return children.Max(child => area.Center.DistanceTo(child.Center) + reaches[child.Id]);
        foreach (var radius in SearchRadii)
        {
            var nearest = known.Within(area.Center, radius, area.Level); // The first one is the area itself.
            if (nearest.Count > NeighborsAround) return Math.Max(AtLeastMeters, nearest[NeighborsAround].Meters);
        }
        return SearchRadii[^1];
    }
}
