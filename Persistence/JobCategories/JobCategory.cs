namespace Jobs.Persistence;

/// <summary>A kind of work (업종): café, kitchen, delivery and so on.</summary>
public sealed class JobCategory
{
    public int Id { get; init; }
    public required string Key { get; init; }
    public required string NameKo { get; init; }
    public required string NameEn { get; init; }

    /// <summary>15, 18 or 19.</summary>
    public int MinimumAge { get; init; }

    public int Position { get; init; }

    public bool IsAdultOnly => MinimumAge >= 18;
}
