using Jobs.Persistence;

namespace Jobs.Baseline;

/// <summary>Where to search: the areas that reach into a circle, those that belong in any case, and a box around it.</summary>
internal sealed record Area(
    double Latitude, double Longitude, int RadiusMeters, long[] NearIds, long[] FarIds, long[] InsideIds,
    double South, double North, double West, double East)
{
    private const double MetersPerDegree = 111_000; // A little less than there are, so that the box holds the circle.

    public static Area Of((long Id, int RadiusMeters) key)
    {
        var known = KnownNeighborhoods.Shipped;
        var place = known.Find(key.Id) ?? throw new FormatException("No such area.");
        var area = FeedArea.Around(place, key.RadiusMeters, known);
        var latitude = (key.RadiusMeters + 1) / MetersPerDegree;
        var longitude = latitude / Math.Cos(double.DegreesToRadians(Math.Abs(place.Latitude) + latitude));
        return new(place.Latitude, place.Longitude, key.RadiusMeters, [.. area.NearIds], [.. area.FarIds], [.. area.InsideIds],
            place.Latitude - latitude, place.Latitude + latitude, place.Longitude - longitude, place.Longitude + longitude);
    }
}
