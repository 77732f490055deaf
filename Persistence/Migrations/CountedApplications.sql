DROP INDEX ix_applications_job_post_unread;
CREATE INDEX ix_applications_job_post_unread
    ON applications (job_post_id, (status = 'SUBMITTED') DESC, submitted_at DESC, id DESC) INCLUDE (status);
