using System.Globalization;

namespace Jobs.Persistence;

/// <summary>Reads the areas that come with the program; ReferenceData/SOURCE.md says where they are from.</summary>
internal static class ShippedNeighborhoods
{
    private const string Header = "code\tlevel\tname\tfull_name\tlatitude\tlongitude";

    public static IEnumerable<Neighborhood> Read()
    {
        using var reader = new StreamReader(
            typeof(ShippedNeighborhoods).Assembly.GetManifestResourceStream("neighborhoods.tsv")!);
        if (reader.ReadLine() != Header) throw new InvalidDataException("neighborhoods.tsv has other columns.");
        while (reader.ReadLine() is { } line) yield return Parse(line.Split('\t'));
    }

    private static Neighborhood Parse(string[] cells)
    {
        var level = EnumText.Parse<NeighborhoodLevel>(cells[1]);
        return new Neighborhood
        {
            Id = Number(cells[0]),
            Code = cells[0],
            Level = level,
            Name = cells[2],
            FullName = cells[3],
            Latitude = double.Parse(cells[4], CultureInfo.InvariantCulture),
            Longitude = double.Parse(cells[5], CultureInfo.InvariantCulture),
            ParentId = ParentOf(cells[0], level),
            IsCurrent = true,
        };
    }

    // Two digits name the 시/도, five the 시/군/구; zeros fill up to ten.
    private static long? ParentOf(string code, NeighborhoodLevel level) => level switch
    {
        NeighborhoodLevel.Sido => null,
        NeighborhoodLevel.Sigungu => Number(code[..2]) * 100_000_000,
        _ => Number(code[..5]) * 100_000,
    };

    private static long Number(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
