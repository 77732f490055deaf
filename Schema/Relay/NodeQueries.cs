namespace Jobs.Schema;

/// <summary>Anything with a global id, fetched again.</summary>
public static class NodeQueries
{
    public const int IdsMax = 100;

    public static Task<object?> Node(string id, NodeById nodes) => nodes.FindAsync(id);

    public static async Task<IReadOnlyList<object?>> Nodes(IReadOnlyList<string> ids, NodeById nodes)
    {
        if (ids.Count > IdsMax) throw new GraphQLException($"At most {IdsMax} ids.", ErrorCodes.BadUserInput);
        return await Task.WhenAll(ids.Select(nodes.FindAsync));
    }
}
