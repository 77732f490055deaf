namespace Jobs.Schema;

/// <summary>Fields of <c>Application</c> that are more than a column. Who holds one may see it: loaders saw to that.</summary>
public static class ApplicationResolvers
{
    public static string Id(Application application) => GlobalId.Of(NodeType.Application, application.Id);

    public static Task<JobPost> JobPost(Application application, JobPostById jobPosts) =>
        jobPosts.LoadRequiredAsync(application.JobPostId);

    public static ApplicantSnapshot Applicant(Application application) => new(application);

    public static async Task<IReadOnlyList<ScreeningAnswer>> Answers(Application application, AnswersByApplicationId answers) =>
        await answers.LoadAsync(application.Id) ?? [];

    public static async Task<IReadOnlyList<ApplicationEvent>> History(Application application, HistoryByApplicationId history) =>
        await history.LoadAsync(application.Id) ?? [];

    public static async Task<IReadOnlyList<ApplicationStatus>> ViewerCanMoveTo(
        Application application, CurrentViewer viewer, IsMemberByEmployerId memberships)
    {
        if (application.ApplicantId == viewer.UserId) return ApplicationTransitions.ByApplicant(application.Status);
        return await memberships.LoadAsync(application.EmployerId) ? ApplicationTransitions.ByEmployer(application.Status) : [];
    }
}

public static class ApplicationQueries
{
    public static Task<Application?> Application(string id, VisibleApplicationById applications) =>
        applications.LoadAsync(GlobalId.Parse(id, NodeType.Application));
}
