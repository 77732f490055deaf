using Jobs.GraphQL.Execution;

namespace Jobs.Schema;

public static class ViewerQueries
{
    public static async Task<Viewer?> Viewer(
        FieldSelection selection, CurrentViewer viewer, UserById userById, UsersById users, CancellationToken cancellationToken)
    {
        if (viewer.UserId is not { } id) return null;
        if (!selection.Conclude(static selection => selection.Has("neighborhoods")))
            return await userById.LoadAsync(id) is { } account ? new Viewer(account) : null;
        if (await users.ReadWithNeighborhoodIdsAsync(id, cancellationToken) is not var (user, neighborhoodIds)) return null;
        userById.Prime(id, user);
        return new Viewer(user, neighborhoodIds);
    }
}
