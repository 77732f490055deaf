namespace Jobs.Persistence;

/// <summary>A point on the map, WGS 84.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    internal const double EarthRadiusMeters = 6_371_008.8;

    /// <summary>Great-circle metres (haversine).</summary>
    public double DistanceTo(GeoPoint other)
    {
        var latitude = double.DegreesToRadians(other.Latitude - Latitude);
        var longitude = double.DegreesToRadians(other.Longitude - Longitude);
        var chord = Square(Math.Sin(latitude / 2))
            + Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude)) * Square(Math.Sin(longitude / 2));
        return 2 * EarthRadiusMeters * Math.Asin(Math.Sqrt(Math.Min(1, chord)));
    }

    private static double Square(double value) => value * value;
}
