namespace Jobs.Persistence;

/// <summary>An administrative area of Korea; its id is the number that its 10-digit code spells.</summary>
public sealed class Neighborhood
{
    public long Id { get; init; }
    public required string Code { get; init; }
    public NeighborhoodLevel Level { get; init; }

    /// <summary>Last part of the name: 역삼1동.</summary>
    public required string Name { get; init; }

    /// <summary>Whole name: 서울특별시 강남구 역삼1동.</summary>
    public required string FullName { get; init; }

    public double Latitude { get; init; }
    public double Longitude { get; init; }
    public long? ParentId { get; init; }
    public bool IsCurrent { get; init; }

    public GeoPoint Center => new(Latitude, Longitude);
}
