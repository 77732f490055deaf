namespace Jobs.Persistence;

/// <summary>Areas sorted by latitude, so that a search around a point looks only at the belt that its radius covers.</summary>
internal sealed class LatitudeBelts
{
    private const double MetersPerDegree = 111_000; // A little less than everywhere on earth, so that the belt is never too thin.

    private readonly Neighborhood[] _byLatitude;
    private readonly double[] _latitudes;

    public LatitudeBelts(IEnumerable<Neighborhood> neighborhoods)
    {
        _byLatitude = [.. neighborhoods.OrderBy(neighborhood => neighborhood.Latitude)];
        _latitudes = [.. _byLatitude.Select(neighborhood => neighborhood.Latitude)];
    }

    public IEnumerable<Neighborhood> Around(GeoPoint center, double radiusMeters)
    {
        var degrees = radiusMeters / MetersPerDegree;
        var index = Array.BinarySearch(_latitudes, center.Latitude - degrees);
        if (index < 0) index = ~index;
        while (index > 0 && _latitudes[index - 1] >= center.Latitude - degrees) index--;
        for (; index < _latitudes.Length && _latitudes[index] <= center.Latitude + degrees; index++) yield return _byLatitude[index];
    }
}
