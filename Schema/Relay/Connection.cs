namespace Jobs.Schema;

/// <summary>Position of one page inside a connection.</summary>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

/// <summary>One page of a list, and where it stands.</summary>
/// <remarks>https://relay.dev/graphql/connections.htm</remarks>
public abstract class Connection<TEdge, TNode>(IReadOnlyList<TEdge> edges, bool hasNextPage, bool hasPreviousPage)
    where TEdge : Edge<TNode>
    where TNode : class
{
    public IReadOnlyList<TEdge> Edges { get; } = edges;

    public IReadOnlyList<TNode> Nodes
    {
        get
        {
            var nodes = new TNode[Edges.Count];
            for (var i = 0; i < nodes.Length; i++) nodes[i] = Edges[i].Node;
            return nodes;
        }
    }

    public PageInfo PageInfo => Edges is [var first, ..]
        ? new PageInfo(hasNextPage, hasPreviousPage, first.Cursor, Edges[^1].Cursor)
        : new PageInfo(hasNextPage, hasPreviousPage, null, null);
}

/// <summary>A node and its place in the list.</summary>
public abstract class Edge<TNode>(TNode node)
    where TNode : class
{
    public abstract string Cursor { get; }

    public TNode Node { get; } = node;
}
