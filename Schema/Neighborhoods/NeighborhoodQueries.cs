namespace Jobs.Schema;

public static class NeighborhoodQueries
{
    private const byte CursorList = (byte)'n';
    private const double SearchRadiusMeters = 50_000;

    public static Neighborhood? Neighborhood(string code) => KnownNeighborhoods.Shipped.Find(code);

    /// <summary>By name, or by distance from a point, or in the order of the codes; everything from memory.</summary>
    public static NeighborhoodConnection Neighborhoods(
        int? first, string? after, string? query, GeoPointInput? near, NeighborhoodLevel? level)
    {
        var size = PageSize.Of(first);
        var skipped = after is null ? 0 : ReadPosition(after) + 1;
        var found = Find(Keyword.Check(query, "query"), near, level);
        var page = found.Skip(skipped).Take(size).ToList();
        return new NeighborhoodConnection(
            [.. page.Select((node, index) => new NeighborhoodEdge(Cursor.Write(CursorList, skipped + index), node))],
            hasNextPage: skipped + page.Count < found.Count, hasPreviousPage: skipped > 0);
    }

    private static int ReadPosition(string after) =>
        Cursor.Read(after, CursorList, 1)[0] is { } position and >= 0 and < int.MaxValue
            ? (int)position
            : throw Cursor.DoesNotFit();

    private static IReadOnlyList<Neighborhood> Find(string? query, GeoPointInput? near, NeighborhoodLevel? level)
    {
        var known = KnownNeighborhoods.Shipped;
        if (near is null)
            return string.IsNullOrWhiteSpace(query)
                ? [.. known.All.Where(area => level is null || area.Level == level)]
                : known.Search(query, level);

        var around = known.Within(near.ToGeoPoint("near"), SearchRadiusMeters, level).Select(nearby => nearby.Neighborhood);
        if (string.IsNullOrWhiteSpace(query)) return [.. around];
        var named = known.Search(query, level).ToHashSet();
        return [.. around.Where(named.Contains)];
    }
}
