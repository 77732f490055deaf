CREATE INDEX ix_job_posts_urgent_nearby
    ON job_posts (neighborhood_id, id)
    INCLUDE (expires_at, public_latitude, public_longitude) WHERE status = 'OPEN' AND is_urgent;
