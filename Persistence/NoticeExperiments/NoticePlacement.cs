namespace Jobs.Persistence;

/// <summary>Places that can show notices; may grow.</summary>
public enum NoticePlacement
{
    JobFeedTop,
    JobPostDetail,
    ApplySheet,
    MyApplications,
    ApplicationDetail,
    EmployerHome,
    EmployerInbox,
    EmployerApplicationDetail,
    JobPostEditor,
}
