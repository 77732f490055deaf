using System.Globalization;

namespace Jobs.Schema;

/// <summary>A number as people of both languages write it, 12,000, whatever the machine's own culture is.</summary>
public static class Figure
{
    public static string Of(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
