namespace Jobs.Schema;

/// <summary>One step in the life of an application, with its event.</summary>
public static class ApplicationMoves
{
    public static void Move(JobsDb db, Application application, ApplicationStatus status, DateTimeOffset now, bool byApplicant)
    {
        // Instances' clocks differ a little; nothing happens to an application before it was sent.
        var at = now > application.SubmittedAt ? now : application.SubmittedAt;
        application.Status = status;
        // Whoever decides has seen it: the applicant's read receipt must not stay empty.
        if (!byApplicant) application.ReadAt ??= at;
        if (status is ApplicationStatus.Accepted or ApplicationStatus.Rejected or ApplicationStatus.Withdrawn)
            application.DecidedAt = at;
        db.ApplicationEvents.Add(
            new ApplicationEvent { ApplicationId = application.Id, Status = status, At = at, ByApplicant = byApplicant });
    }
}
