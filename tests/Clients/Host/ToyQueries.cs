using System.Globalization;

namespace Jobs.Clients;

/// <summary>The fields of <c>Query</c>.</summary>
public static class ToyQueries
{
    public static string Hello() => "world";

    public static Slow Slow(int ms) => new(ms);

    public static IEnumerable<Item> Items(int count) =>
        Enumerable.Range(0, count).Select(number => new Item(number.ToString(CultureInfo.InvariantCulture)));
}
