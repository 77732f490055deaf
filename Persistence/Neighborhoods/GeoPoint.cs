namespace Jobs.Persistence;

/// <summary>A point on the map, WGS 84.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    internal const double EarthRadiusMeters = 6_371_008.8;

    /// <summary>Up to here meridians are at least as far apart as <see cref="MetersOfLongitude"/> says.</summary>
    internal const double LongitudeDegreesMax = 14;

    private const double MetersPerDegree = 111_000; // A little less than the sphere has.

    // The great circle to a meridian is shorter than the parallel: the sine of 14° is 0.99 of the angle.
    private const double LongitudeShare = 0.99;

    /// <summary>South Korea with its islands, as the tables have it.</summary>
    public bool IsInKorea => Latitude is >= 33 and <= 39 && Longitude is >= 124 and <= 132;

    /// <summary>Great-circle metres (haversine).</summary>
    public double DistanceTo(GeoPoint other)
    {
        var latitude = double.DegreesToRadians(other.Latitude - Latitude);
        var longitude = double.DegreesToRadians(other.Longitude - Longitude);
        var parallels = Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude));
        var chord = Square(Math.Sin(latitude / 2)) + parallels * Square(Math.Sin(longitude / 2));
        return 2 * EarthRadiusMeters * Math.Asin(Math.Sqrt(Math.Min(1, chord)));
    }

    /// <summary>Metres between two parallels, never more than there are: what is farther than this is farther.</summary>
    internal static double MetersOfLatitude(double degrees) => Math.Abs(degrees) * MetersPerDegree;

    /// <summary>Metres from a point of this latitude to a meridian, never more than there are.</summary>
    internal static double MetersOfLongitude(double degrees, double latitude) =>
        Math.Abs(degrees) * MetersPerDegree * LongitudeShare * Math.Cos(double.DegreesToRadians(latitude));

    /// <summary>A box around the circle; what is outside of it needs no sines.</summary>
    internal (GeoPoint SouthWest, GeoPoint NorthEast) Around(double radiusMeters)
    {
        var latitude = radiusMeters / MetersPerDegree;
        var longitude = latitude / Math.Cos(double.DegreesToRadians(Math.Min(89, Math.Abs(Latitude) + latitude)));
        return (new(Latitude - latitude, Longitude - longitude), new(Latitude + latitude, Longitude + longitude));
    }

    private static double Square(double value) => value * value;
}
