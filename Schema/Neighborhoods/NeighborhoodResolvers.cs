namespace Jobs.Schema;

/// <summary>Fields of <c>Neighborhood</c> that are more than a column; all of them answered from memory.</summary>
public static class NeighborhoodResolvers
{
    public const int RadiusMetersMax = 20_000;

    public static string Id(Neighborhood neighborhood) => GlobalId.Of(NodeType.Neighborhood, neighborhood.Id);

    public static Neighborhood? Parent(Neighborhood neighborhood) =>
        neighborhood.ParentId is { } id ? KnownNeighborhoods.Shipped.Find(id) : null;

    /// <summary>Other areas of the same level.</summary>
    public static IReadOnlyList<Neighborhood> Nearby(Neighborhood neighborhood, int radiusMeters, int? first)
    {
        if (radiusMeters is < 1 or > RadiusMetersMax)
            throw new GraphQLException($"`radiusMeters` must be 1 to {RadiusMetersMax}.", ErrorCodes.BadUserInput);
        return
        [
            .. KnownNeighborhoods.Shipped.Within(neighborhood.Center, radiusMeters, neighborhood.Level)
                .Where(nearby => nearby.Neighborhood.Id != neighborhood.Id)
                .Take(PageSize.Of(first)).Select(nearby => nearby.Neighborhood),
        ];
    }
}
