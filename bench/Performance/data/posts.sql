-- Posts. Most stand in their employer's area, busy employers have several times as many as quiet ones.
CREATE TEMP TABLE draft AS
SELECT n AS id, employer.id AS employer_id, employer.display_name AS employer_name, employer.verification_level,
    place.id AS neighborhood_id, place.name AS neighborhood_name,
    round((place.latitude + (pg_temp.part(n, 60) - 0.5) * 0.012)::numeric, 6)::float8 AS latitude,
    round((place.longitude + (pg_temp.part(n, 61) - 0.5) * 0.015)::numeric, 6)::float8 AS longitude,
    pg_temp.mix(n, 62) % 100 AS life, pg_temp.mix(n, 63) % 20 < 12 AS hides,
    1 + pg_temp.mix(n, 64) % 19 AS category_id, pg_temp.mix(n, 65) % 20 AS pay, pg_temp.mix(n, 66) % 16 AS plus,
    (360 + 30 * (pg_temp.mix(n, 67) % 34))::int AS start_minute, (180 + 30 * (pg_temp.mix(n, 68) % 13))::int AS span,
    CASE WHEN pg_temp.mix(n, 69) % 10 = 0 THEN 0
        ELSE (ARRAY[31, 96, 127, 21, 10, 64, 32, 124])[1 + pg_temp.mix(n, 70) % 8] END AS days,
    pg_temp.mix(n, 71) % 12 = 0 AS is_time_negotiable, pg_temp.mix(n, 72) % 12 = 0 AS is_urgent,
    date_trunc('milliseconds', TIMESTAMPTZ '2026-06-01Z' - make_interval(secs => 1 + 25000000 * power(pg_temp.part(n, 73), 1.3))) AS published_at,
    (ARRAY['홀 서빙', '바리스타', '계산원', '주방 보조', '배달 기사', '포장 담당', '청소 담당', '행사 안내', '학원 조교', '사무 보조',
        '매장 정리', '빵 진열'])[1 + pg_temp.mix(n, 74) % 12] AS role,
    (ARRAY['평일 오전', '평일 저녁', '주말', '심야', '단기', '방학', '새벽', '점심 피크'])[1 + pg_temp.mix(n, 75) % 8] AS slot,
    (SELECT string_agg((ARRAY['함께 오래 일하실 분을 찾고 있습니다.', '처음이어도 괜찮아요, 첫 주는 선배가 옆에서 알려 드립니다.',
            '식사와 음료는 근무 중에 무료로 드립니다.', '지하철역에서 걸어서 오 분 거리입니다.', '근무 시간은 서로 의논해서 정할 수 있습니다.',
            '밝게 인사하고 시간을 지키는 분이면 충분합니다.', '손님이 몰리는 시간에는 두 분이 함께 일합니다.', '급여는 매달 십일에 빠짐없이 드립니다.',
            '무거운 물건을 드는 일은 많지 않습니다.', '"꾸준함"을 가장 중요하게 봅니다.', '유니폼은 매장에서 빌려 드려요.',
            '시험 기간에는 시간을 바꿔 드립니다.', '궁금한 점은 채팅으로 편하게 물어보세요.', '마감 정리와 간단한 청소가 들어 있습니다.'])
            [1 + pg_temp.mix(n * 31 + line, 76) % 14], E'\n') FROM generate_series(1, 3 + pg_temp.mix(n, 77) % 8) AS line) AS body
FROM generate_series(1, $posts) AS n
JOIN employers AS employer ON employer.id = (1 + floor($employers * power(pg_temp.part(n, 78), 1.2)))::bigint
LEFT JOIN place AS home ON home.id = employer.neighborhood_id AND pg_temp.mix(n, 79) % 20 < 17
JOIN place ON place.number = coalesce(home.number, floor(3512 * power(pg_temp.part(n, 80), 1.4))::int);

INSERT INTO job_posts
    (id, employer_id, status, title, description, category_id, neighborhood_id, address, latitude, longitude, hide_exact_address,
     public_latitude, public_longitude, wage_type, wage_amount, hourly_equivalent, paid_same_day, wage_negotiable, length, days,
     start_minute, end_minute, break_minutes, bands, weekly_hours, headcount, is_urgent, minimum_age, benefits, published_at,
     expires_at, ended_at, created_at, updated_at, version, recommended_at, search_text, origin)
SELECT id, employer_id, status, title, description, category_id, neighborhood_id,
    CASE WHEN id % 3 = 0 THEN neighborhood_name || ' 큰길 ' || (1 + id % 300) END, latitude, longitude, hides,
    CASE WHEN hides THEN round((round(latitude / 0.0027) * 0.0027)::numeric, 6)::float8 ELSE latitude END,
    CASE WHEN hides THEN round((round(longitude / 0.0034) * 0.0034)::numeric, 6)::float8 ELSE longitude END,
    wage_type, wage_amount, hourly, wage_type = 'DAILY' AND id % 2 = 0, id % 17 = 0,
    (ARRAY['LONG_TERM', 'LONG_TERM', 'LONG_TERM', 'SHORT_TERM', 'ONE_OFF'])[1 + id % 5], days,
    CASE WHEN NOT is_time_negotiable THEN start_minute END,
    CASE WHEN NOT is_time_negotiable THEN (start_minute + span - 1) % 1440 + 1 END,
    CASE WHEN NOT is_time_negotiable AND span >= 480 THEN 60 END,
    CASE WHEN is_time_negotiable THEN 0 ELSE (ARRAY[1, 3, 2, 6, 4, 12])[1 + start_minute / 240] END,
    CASE WHEN NOT is_time_negotiable AND days > 0 THEN span / 60.0 * bit_count(days::bit(7)) END,
    1 + (id % 4)::int, is_urgent, (ARRAY[15, 15, 15, 18, 19])[1 + id % 5],
    (ARRAY['식사 제공', '교통비', '유니폼', '명절 선물'])[1:(id % 5)::int], published_at,
    CASE WHEN status = 'EXPIRED' THEN published_at + INTERVAL '30 days'
        WHEN id % 5 < 3 THEN published_at + make_interval(days => 900 + (id % 1000)::int) END,
    CASE WHEN status IN ('CLOSED', 'FILLED', 'EXPIRED') THEN published_at + INTERVAL '30 days' END,
    published_at - INTERVAL '20 minutes', published_at, 1,
    published_at + make_interval(hours => CASE WHEN is_urgent THEN 12 ELSE 0 END
        + CASE WHEN verification_level <> 'NONE' THEN 6 ELSE 0 END + CASE WHEN hourly >= 11352 THEN 4 ELSE 0 END
        + CASE WHEN wage_type = 'DAILY' AND id % 2 = 0 THEN 2 ELSE 0 END),
    lower(title || E'\n' || replace(description, E'\n', ' ') || E'\n' || employer_name), 'MEMBER'
FROM (
    SELECT draft.*, (CASE WHEN is_urgent THEN '[급구] ' ELSE '' END) || neighborhood_name || ' ' || slot || ' ' || role || ' 모집' AS title,
        employer_name || '에서 ' || role || ' 자리를 함께할 분을 모십니다.' || E'\n' || body AS description,
        CASE WHEN life < 80 THEN 'OPEN' WHEN life < 88 THEN 'CLOSED' WHEN life < 93 THEN 'FILLED' WHEN life < 97 THEN 'EXPIRED'
            WHEN life < 98 THEN 'PAUSED' ELSE 'DRAFT' END AS status,
        CASE WHEN pay < 14 THEN 'HOURLY' WHEN pay < 17 THEN 'DAILY' WHEN pay < 19 THEN 'MONTHLY' ELSE 'PER_TASK' END AS wage_type,
        CASE WHEN pay < 14 THEN 10320 + plus * 110 WHEN pay < 17 THEN 84000 + plus * 3000 WHEN pay < 19 THEN 2160000 + plus * 50000
            ELSE 3500 + plus * 250 END AS wage_amount,
        CASE WHEN pay < 14 THEN 10320 + plus * 110 WHEN pay < 17 THEN (84000 + plus * 3000) / 8
            WHEN pay < 19 THEN (2160000 + plus * 50000) / 209 END AS hourly
    FROM draft) AS post;
DROP TABLE draft;

INSERT INTO screening_questions (job_post_id, position, text, is_required)
SELECT id, position, (ARRAY['언제부터 일할 수 있나요?', '비슷한 일을 해 본 적이 있나요?'])[1 + position], position = 0
FROM generate_series(1, $posts) AS id CROSS JOIN generate_series(0, 1) AS position
WHERE pg_temp.mix(id, 90) % 5 = 0 AND (position = 0 OR pg_temp.mix(id, 91) % 2 = 0);
