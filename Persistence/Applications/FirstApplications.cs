namespace Jobs.Persistence;

/// <summary>The first page of the applications to a post, as it can be read with the post itself.</summary>
/// <param name="Sort">In which order they come first.</param>
/// <param name="Parts">What is read of each.</param>
/// <param name="Limit">Rows at most; one more than the page where somebody asks whether there is a next one.</param>
public sealed record FirstApplications(ApplicationSort Sort, ApplicationParts Parts, int Limit)
{
    /// <summary>The columns of a post come once more with each row, so more of them are better read by themselves.</summary>
    public const int LimitMax = 6;

    /// <summary>Whether these are the rows of a post's page: it has no filter, and begins where they do.</summary>
    /// <remarks>By members, which a test goes through: another query to compare with is an object more for each post.</remarks>
    internal bool Are(ApplicationInboxQuery page) =>
        (page.Sort, page.Parts, page.Limit) == (Sort, Parts, Limit) && page is
        {
            EmployerId: null, ApplicantId: null, Statuses: [], JobPostIds: [], SubmittedSince: null, Keyword: null, After: null,
        };
}
