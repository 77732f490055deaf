using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>Ends the undecided applications of a post that has ended.</summary>
public static class LapsedApplications
{
    /// <summary>Returns how many lapsed.</summary>
    public static Task<int> LapseUndecidedAsync(
        this JobsDb db, long jobPostId, DateTimeOffset now, CancellationToken cancellationToken) =>
        // One statement, so that every lapsed application has its event: EF would read all rows first. By id, as all applications
        // are locked: a bare UPDATE takes them as they lie, and deadlocks with a member who marks the same ones read.
        db.Database.ExecuteSqlAsync($"""
            WITH undecided AS (
                SELECT id FROM applications
                WHERE job_post_id = {jobPostId} AND status IN ('SUBMITTED', 'READ', 'SHORTLISTED', 'INTERVIEW')
                ORDER BY id FOR UPDATE),
            lapsed AS (
                UPDATE applications SET status = 'LAPSED', decided_at = GREATEST({now}, submitted_at), version = version + 1
                FROM undecided WHERE applications.id = undecided.id RETURNING applications.id, decided_at)
            INSERT INTO application_events (application_id, status, at, by_applicant)
            SELECT id, 'LAPSED', decided_at, false FROM lapsed
            """, cancellationToken);
}
