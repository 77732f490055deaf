namespace Jobs.Persistence;

/// <summary>A circle that a few thousand points are compared with.</summary>
internal readonly struct GeoCircle(GeoPoint center, double radiusMeters)
{
    private readonly double metersPerDegreeOfLongitude = GeoPoint.MetersOfLongitude(1, center.Latitude);

    public double RadiusMeters => radiusMeters;

    /// <summary>From the centre to a point; null if that lies farther than this outside of the circle.</summary>
    public double? MetersTo(GeoPoint point, double outsideMeters = 0)
    {
        // Degrees throw most points out; only those around are worth their sines.
        var metersMax = radiusMeters + outsideMeters;
        if (GeoPoint.MetersOfLatitude(point.Latitude - center.Latitude) > metersMax) return null;
        var degrees = Math.Abs(point.Longitude - center.Longitude);
        if (degrees < GeoPoint.LongitudeDegreesMax && degrees * metersPerDegreeOfLongitude > metersMax) return null;
        var meters = center.DistanceTo(point);
        return meters <= metersMax ? meters : null;
    }
}
