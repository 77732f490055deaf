-- People, employers and who may act for whom. $employers, $users, $posts and $applications are numbers.
-- mix(n, salt) is a whole number that looks random and is the same on every machine, part(n, salt) one from 0 to 1.
CREATE FUNCTION pg_temp.mix(n bigint, salt bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS 'SELECT hashint8extended(n, salt) & 2147483647';
CREATE FUNCTION pg_temp.part(n bigint, salt bigint) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS 'SELECT (hashint8extended(n, salt) & 2147483647) / 2147483648.0';

-- Areas in an order that is nobody's, so that the busy ones lie all over the country.
CREATE TEMP TABLE place AS
    SELECT (row_number() OVER (ORDER BY pg_temp.mix(id, 1), id) - 1)::int AS number, id, name, latitude, longitude
    FROM neighborhoods WHERE level = 'DONG';
CREATE UNIQUE INDEX ON place (number);

-- The first $employers own an employer each, the next one acts for all of them, the others look for work.
INSERT INTO users
    (id, issuer, subject, display_name, birth_date, introduction, phone_number, share_phone_number, available_days,
     available_bands, created_at, version)
SELECT n, 'bench', 'person-' || n,
    (ARRAY['도란', '새벽', '노을', '바람', '햇살', '구름', '단비', '마루', '이슬', '여울'])[1 + pg_temp.mix(n, 2) % 10]
        || ' ' || (ARRAY['이웃', '일꾼', '손길', '걸음', '친구'])[1 + pg_temp.mix(n, 3) % 5] || ' ' || n,
    CASE WHEN pg_temp.mix(n, 4) % 20 = 0 THEN NULL ELSE DATE '1961-01-01' + (pg_temp.mix(n, 5) % 17200)::int END,
    CASE WHEN pg_temp.mix(n, 6) % 3 = 0 THEN NULL ELSE
        (ARRAY['시간을 잘 지키고 먼저 인사하는 사람입니다.', '집이 걸어서 십 분이라 급한 날에도 나갈 수 있어요.',
            '처음 해 보는 일이지만 메모하며 빨리 익히겠습니다.', '주말과 저녁에 길게 일할 수 있습니다.'])[1 + pg_temp.mix(n, 7) % 4] END,
    '010-' || lpad((pg_temp.mix(n, 8) % 10000)::text, 4, '0') || '-' || lpad((pg_temp.mix(n, 9) % 10000)::text, 4, '0'),
    pg_temp.mix(n, 10) % 2 = 0, (pg_temp.mix(n, 11) % 128)::int, (pg_temp.mix(n, 12) % 16)::int,
    TIMESTAMPTZ '2024-01-01Z' + make_interval(secs => pg_temp.mix(n, 13) % 60000000), 1
FROM generate_series(1, $users) AS n;

INSERT INTO user_neighborhoods (user_id, position, neighborhood_id)
SELECT n, position, place.id
FROM generate_series(1, $users) AS n CROSS JOIN generate_series(0, 1) AS position
JOIN place ON place.number = (floor(1756 * power(pg_temp.part(n, 14), 1.4)) * 2 + position)::int
WHERE position = 0 OR pg_temp.mix(n, 15) % 2 = 0;

INSERT INTO user_experiences (user_id, position, title, category_id, months, is_confirmed)
SELECT n, position, (ARRAY['카페 마감', '편의점 야간', '물류 분류', '학원 조교', '홀 서빙', '행사 안내'])[1 + pg_temp.mix(n, 16 + position) % 6],
    (1 + pg_temp.mix(n, 20 + position) % 19)::int, (1 + pg_temp.mix(n, 24 + position) % 30)::int, pg_temp.mix(n, 28 + position) % 5 = 0
FROM generate_series(1, $users) AS n CROSS JOIN generate_series(0, 2) AS position
WHERE position < pg_temp.mix(n, 32) % 4;

INSERT INTO employers
    (id, display_name, kind, introduction, neighborhood_id, verification_level, verified_at, created_at, origin)
SELECT n,
    (ARRAY['골목', '초록', '둥근', '작은', '오후', '파도', '언덕', '정원', '하늘', '밤톨', '모퉁이', '첫눈'])[1 + pg_temp.mix(n, 40) % 12] || ' '
        || (ARRAY['카페', '식당', '책방', '빵집', '세탁소', '편의점', '화원', '공방', '체육관', '물류'])[1 + pg_temp.mix(n, 41) % 10] || ' '
        || place.name || '점',
    CASE WHEN pg_temp.mix(n, 42) % 10 = 0 THEN 'INDIVIDUAL' ELSE 'BUSINESS' END,
    CASE WHEN pg_temp.mix(n, 43) % 2 = 0 THEN NULL ELSE place.name || '에서 ' || (2 + pg_temp.mix(n, 44) % 20) || '년째 문을 열고 있습니다.' END,
    CASE WHEN pg_temp.mix(n, 45) % 50 = 0 THEN NULL ELSE place.id END,
    (ARRAY['NONE', 'PERSON', 'BUSINESS', 'BUSINESS'])[1 + pg_temp.mix(n, 46) % 4],
    CASE WHEN pg_temp.mix(n, 46) % 4 = 0 THEN NULL ELSE TIMESTAMPTZ '2025-01-01Z' + make_interval(hours => (pg_temp.mix(n, 47) % 8000)::int) END,
    TIMESTAMPTZ '2024-06-01Z' + make_interval(hours => (pg_temp.mix(n, 48) % 4000)::int), 'MEMBER'
FROM generate_series(1, $employers) AS n JOIN place ON place.number = floor(3512 * power(pg_temp.part(n, 49), 1.4))::int;

INSERT INTO employer_members (employer_id, user_id) SELECT n, n FROM generate_series(1, $employers) AS n;
INSERT INTO employer_members (employer_id, user_id) SELECT n, $employers + 1 FROM generate_series(1, $employers) AS n;

INSERT INTO user_blocks (blocker_id, blocked_id, created_at)
SELECT 1 + n * 3, $employers + 2 + n, TIMESTAMPTZ '2026-02-01Z' FROM generate_series(1, $employers / 10) AS n;
