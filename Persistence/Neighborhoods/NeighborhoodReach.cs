namespace Jobs.Persistence;

/// <summary>How far from its centre a workplace of an area may lie: outlines are not shipped, so neighbours tell.</summary>
internal static class NeighborhoodReach
{
    /// <summary>Of the smallest area, and of what an area has beside those that it holds.</summary>
    public const double AtLeastMeters = 1_000;

    private const int NeighborsAround = 4;

    /// <summary>One figure for each area, in the same order.</summary>
    public static double[] OfAll(Neighborhood[] areas)
    {
        var reaches = new Dictionary<long, double>();
        foreach (var (area, meters) in OfDongs(areas)) reaches[area.Id] = meters;
        // An area that holds others reaches as far as the farthest of them; the smaller ones first.
        foreach (var level in new[] { NeighborhoodLevel.Dong, NeighborhoodLevel.Sigungu })
        {
            var byId = areas.ToDictionary(area => area.Id);
            foreach (var child in areas.Where(area => area.Level == level && area.ParentId is not null))
            {
                var parent = byId[child.ParentId!.Value];
                var farthest = parent.Center.DistanceTo(child.Center) + reaches.GetValueOrDefault(child.Id, AtLeastMeters);
                reaches[parent.Id] = Math.Max(reaches.GetValueOrDefault(parent.Id), farthest);
            }
        }
        return [.. areas.Select(area => reaches.GetValueOrDefault(area.Id, AtLeastMeters))];
    }

    // The distance to the fourth nearest neighbour. From each area outwards in both directions of latitude, until the latitude
    // alone is farther than what was found: a few hundred looks an area instead of all 3,512.
    private static IEnumerable<(Neighborhood Area, double Meters)> OfDongs(Neighborhood[] areas)
    {
        var dongs = areas.Where(area => area.Level == NeighborhoodLevel.Dong).OrderBy(area => area.Latitude).ToArray();
        var nearest = new double[NeighborsAround];
        for (var index = 0; index < dongs.Length; index++)
        {
            Array.Fill(nearest, double.MaxValue);
            foreach (var direction in (int[])[-1, 1])
                for (var other = index + direction; other >= 0 && other < dongs.Length; other += direction)
                {
                    if (GeoPoint.MetersOfLatitude(dongs[index].Latitude - dongs[other].Latitude) > nearest[^1]) break;
                    Insert(nearest, dongs[index].Center.DistanceTo(dongs[other].Center));
                }
            yield return (dongs[index], nearest[^1] == double.MaxValue ? AtLeastMeters : Math.Max(AtLeastMeters, nearest[^1]));
        }
    }

    private static void Insert(double[] nearest, double meters)
    {
        if (meters >= nearest[^1]) return;
        nearest[^1] = meters;
        Array.Sort(nearest);
    }
}
