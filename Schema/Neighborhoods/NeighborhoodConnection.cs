namespace Jobs.Schema;

public sealed class NeighborhoodConnection(IReadOnlyList<NeighborhoodEdge> edges, bool hasNextPage, bool hasPreviousPage)
    : Connection<NeighborhoodEdge, Neighborhood>(edges, hasNextPage, hasPreviousPage);

public sealed class NeighborhoodEdge(string cursor, Neighborhood node) : Edge<Neighborhood>(node)
{
    public override string Cursor => cursor;
}
