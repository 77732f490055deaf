namespace Jobs.Persistence;

/// <summary>The first page of the applications to a post, as it can be read with the post itself.</summary>
/// <param name="Sort">In which order they come first.</param>
/// <param name="Parts">What is read of each.</param>
/// <param name="Limit">Rows at most; one more than the page, to know whether there is a next one.</param>
public sealed record FirstApplications(ApplicationSort Sort, ApplicationParts Parts, int Limit)
{
    /// <summary>The columns of a post come once more with each row, so more of them are better read by themselves.</summary>
    public const int LimitMax = 6;

    /// <summary>Whether these are the rows of a page.</summary>
    internal bool Are(ApplicationInboxQuery query) => query == new ApplicationInboxQuery
    {
        JobPostId = query.JobPostId,
        Sort = Sort,
        Parts = Parts,
        Limit = Limit,
    };
}
