namespace Jobs.Persistence;

/// <summary>Applications that were read with their post.</summary>
public sealed class KnownApplications(FirstApplications which)
{
    private readonly List<Application> rows = [];

    /// <summary>The rows of a page of them; null if it has others.</summary>
    public IReadOnlyList<Application>? Of(ApplicationInboxQuery page) => which.Are(page) ? rows : null;

    internal void Add(Application application) => rows.Add(application);
}
