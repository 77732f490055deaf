namespace Jobs.Persistence;

/// <summary>The point of a workplace that people may see, and that every distance shown to them is measured from.</summary>
public static class PublicPoint
{
    // About 300 m in the middle of Korea. A fixed grid: random noise could be averaged away over many posts of one shop.
    private const double LatitudeStep = 0.0027;
    private const double LongitudeStep = 0.0034;

    public static GeoPoint Rounded(GeoPoint exact) =>
        new(OnGrid(exact.Latitude, LatitudeStep), OnGrid(exact.Longitude, LongitudeStep));

    private static double OnGrid(double degrees, double step) => Math.Round(Math.Round(degrees / step) * step, 6);
}
