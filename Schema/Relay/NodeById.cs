namespace Jobs.Schema;

/// <summary>Finds what a global id names, as far as the viewer may see it.</summary>
public sealed class NodeById(
    VisibleJobPostById jobPosts, VisibleApplicationById applications, EmployerById employers, UserById users,
    NoticePages notices, NoticeExperimentById experiments)
{
    public async Task<object?> FindAsync(string id) => GlobalId.Parse(id) switch
    {
        (NodeType.JobPost, var key) => await jobPosts.LoadAsync(key),
        (NodeType.Application, var key) => await applications.LoadAsync(key),
        (NodeType.Employer, var key) => await employers.LoadAsync(key),
        (NodeType.Neighborhood, var key) => KnownNeighborhoods.Shipped.Find(key),
        (NodeType.JobCategory, var key) => KnownJobCategories.Find(key),
        (NodeType.PublicUser, var key) => await users.LoadAsync(key) is { } user ? PublicUser.Of(user) : null,
        (NodeType.Notice, var key) => await notices.FindAsync(key),
        (NodeType.NoticeExperiment, var key) => await experiments.LoadAsync(key),
        _ => null,
    };
}
