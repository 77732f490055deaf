namespace Jobs.Schema;

public static class ViewerQueries
{
    public static async Task<Viewer?> Viewer(CurrentViewer viewer, UserById users) =>
        viewer.UserId is { } id && await users.LoadAsync(id) is { } account ? new Viewer(account) : null;
}
