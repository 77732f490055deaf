using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>Ends the undecided applications of a post that has ended.</summary>
public static class LapsedApplications
{
    /// <summary>Returns how many lapsed.</summary>
    public static Task<int> LapseUndecidedAsync(this JobsDb db, long jobPostId, DateTimeOffset now, CancellationToken cancellationToken) =>
        // One statement, so that every lapsed application has its event: EF would read all rows first.
        db.Database.ExecuteSqlAsync($"""
            WITH lapsed AS (
                UPDATE applications SET status = 'LAPSED', decided_at = GREATEST({now}, submitted_at), version = version + 1
                WHERE job_post_id = {jobPostId} AND status IN ('SUBMITTED', 'READ', 'SHORTLISTED', 'INTERVIEW') RETURNING id)
            INSERT INTO application_events (application_id, status, at, by_applicant) SELECT id, 'LAPSED', {now}, false FROM lapsed
            """, cancellationToken);
}
