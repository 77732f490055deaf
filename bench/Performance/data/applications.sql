-- Applications and saved posts. Round r of every applicant goes to a post of the r-th residue class: nobody applies twice.
INSERT INTO applications
    (id, job_post_id, employer_id, applicant_id, status, message, submitted_at, read_at, decided_at, version,
     applicant_display_name, applicant_age_band, applicant_introduction, applicant_distance_meters, applicant_experiences)
SELECT n, post.id, post.employer_id, applicant.id, life.status,
    CASE WHEN n % 9 = 0 THEN NULL ELSE
        (ARRAY['집에서 가까워 꾸준히 다닐 수 있습니다.', '같은 일을 여섯 달 해 보았습니다. 성실히 하겠습니다!', '주말에도 일할 수 있어요. 연락 기다리겠습니다.',
            '처음이지만 열심히 배우겠습니다.'])[1 + n % 4] || ' (' || n || ')' END,
    life.submitted_at,
    CASE WHEN life.status NOT IN ('SUBMITTED', 'WITHDRAWN', 'LAPSED') THEN life.submitted_at + make_interval(mins => (5 + pg_temp.mix(n, 103) % 4000)::int) END,
    CASE WHEN life.status IN ('ACCEPTED', 'REJECTED', 'WITHDRAWN', 'LAPSED') THEN life.submitted_at + INTERVAL '4 days' END,
    1, applicant.display_name, (ARRAY['10대', '20대', '20대', '30대', '40대', '50대'])[1 + n % 6], applicant.introduction,
    (pg_temp.mix(n, 104) % 9000)::int, '[]'
FROM (
    SELECT n, 1 + round + $rounds * floor(($posts / $rounds) * power(pg_temp.part(n, 100), 1.5))::bigint AS post_id,
        $employers + 2 + (n - 1) % $applicants AS applicant_id, pg_temp.mix(n, 101) % 100 AS fate
    FROM generate_series(1, $applications) AS n CROSS JOIN LATERAL (SELECT (n - 1) / $applicants AS round) AS turn) AS wish
JOIN job_posts AS post ON post.id = post_id
JOIN users AS applicant ON applicant.id = applicant_id
CROSS JOIN LATERAL (SELECT
    CASE WHEN fate < 40 THEN CASE WHEN post.status = 'OPEN' THEN 'SUBMITTED' ELSE 'LAPSED' END WHEN fate < 70 THEN 'READ'
        WHEN fate < 78 THEN 'SHORTLISTED' WHEN fate < 83 THEN 'INTERVIEW' WHEN fate < 88 THEN 'ACCEPTED' WHEN fate < 96 THEN 'REJECTED'
        ELSE 'WITHDRAWN' END AS status,
    date_trunc('milliseconds', post.published_at + make_interval(secs => 60 + pg_temp.mix(n, 102) % 2000000)) AS submitted_at) AS life;

INSERT INTO application_events (application_id, status, at, by_applicant)
SELECT id, 'SUBMITTED', submitted_at, true FROM applications
UNION ALL SELECT id, 'READ', read_at, false FROM applications WHERE read_at IS NOT NULL
UNION ALL SELECT id, status, coalesce(decided_at, read_at + INTERVAL '1 day'), status = 'WITHDRAWN'
    FROM applications WHERE status NOT IN ('SUBMITTED', 'READ');

INSERT INTO application_answers (application_id, position, question, answer)
SELECT application.id, question.position, question.text, '만나서 자세히 말씀드리겠습니다.'
FROM applications AS application JOIN screening_questions AS question ON question.job_post_id = application.job_post_id;

INSERT INTO saved_job_posts (user_id, job_post_id, saved_at)
SELECT applicant_id, 1 + (job_post_id * 7 + applicant_id) % $posts, submitted_at FROM applications
ON CONFLICT DO NOTHING;

SELECT setval(pg_get_serial_sequence('users', 'id'), $users), setval(pg_get_serial_sequence('employers', 'id'), $employers),
    setval(pg_get_serial_sequence('job_posts', 'id'), $posts), setval(pg_get_serial_sequence('applications', 'id'), $applications);
