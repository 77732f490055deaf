namespace Jobs.Schema;

/// <summary>Where the work happens, as far as the employer shows it.</summary>
public sealed record Workplace(string? Address, GeoPoint Point, bool IsExact);
