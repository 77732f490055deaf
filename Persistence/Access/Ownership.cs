namespace Jobs.Persistence;

/// <summary>Who may see or touch which rows: part of every WHERE clause, so somebody else's row is simply not there.</summary>
public static class Ownership
{
    private static readonly JobPostStatus[] MembersOnly = [JobPostStatus.Draft, JobPostStatus.UnderReview, JobPostStatus.Removed];

    /// <summary>Employers that the person may act for.</summary>
    public static IQueryable<Employer> EmployersOf(this JobsDb db, long userId) =>
        db.Employers.Where(employer =>
            db.EmployerMembers.Any(member => member.EmployerId == employer.Id && member.UserId == userId));

    /// <summary>Posts of employers that the person may act for.</summary>
    public static IQueryable<JobPost> JobPostsManagedBy(this JobsDb db, long userId) =>
        db.JobPosts.Where(post =>
            db.EmployerMembers.Any(member => member.EmployerId == post.EmployerId && member.UserId == userId));

    /// <summary>Posts that anybody may open by id, and the person's own employers' drafts.</summary>
    public static IQueryable<JobPost> JobPostsVisibleTo(this JobsDb db, long? userId) =>
        db.JobPosts.Where(post => !MembersOnly.Contains(post.Status)
            || db.EmployerMembers.Any(member => member.EmployerId == post.EmployerId && member.UserId == userId));

    /// <summary>Applications to posts of employers that the person may act for.</summary>
    public static IQueryable<Application> ApplicationsManagedBy(this JobsDb db, long userId) =>
        db.Applications.Where(application =>
            db.EmployerMembers.Any(member => member.EmployerId == application.EmployerId && member.UserId == userId));

    /// <summary>The person's own applications, and those that they manage.</summary>
    public static IQueryable<Application> ApplicationsVisibleTo(this JobsDb db, long userId) =>
        db.Applications.Where(application => application.ApplicantId == userId
            || db.EmployerMembers.Any(member => member.EmployerId == application.EmployerId && member.UserId == userId));
}
