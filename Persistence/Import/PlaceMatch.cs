namespace Jobs.Persistence.Import;

/// <summary>The area that a place name means, or why it means none.</summary>
internal readonly record struct PlaceMatch(Neighborhood? Area, RejectReason? Fault)
{
    public static PlaceMatch Of(Neighborhood area) => new(area, null);

    public static PlaceMatch Not(RejectReason reason) => new(null, reason);
}
