CREATE TABLE known_errors (
    id text NOT NULL,
    source text NOT NULL,
    operation text,
    path text,
    exception_type text,
    frame text,
    is_core boolean NOT NULL,
    level text NOT NULL,
    reason text NOT NULL,
    action text NOT NULL,
    sightings bigint NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    first_release text,
    last_release text,
    act_now_at timestamp with time zone,
    soon_at timestamp with time zone,
    alerted_at timestamp with time zone,
    override_level text,
    override_note text,
    override_until timestamp with time zone,
    override_by_id bigint,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_known_errors PRIMARY KEY (id),
    CONSTRAINT fk_known_errors_override_by_id FOREIGN KEY (override_by_id) REFERENCES users (id) ON DELETE SET NULL,
    CONSTRAINT ck_known_errors_id CHECK (id ~ '^[0-9a-f]{32}$'),
    CONSTRAINT ck_known_errors_source CHECK (source IN ('GRAPHQL', 'HTTP', 'BACKGROUND', 'STARTUP', 'LOG', 'EXPECTED')),
    CONSTRAINT ck_known_errors_level CHECK (level IN ('NONE', 'MONITOR', 'SOON', 'ACT_NOW')),
    CONSTRAINT ck_known_errors_action CHECK (action IN ('NONE', 'FIX', 'FIX_WHEN_TIME', 'ROLLBACK', 'STOP_VARIANT')),
    CONSTRAINT ck_known_errors_override_level CHECK (override_level IN ('NONE', 'MONITOR', 'SOON', 'ACT_NOW')),
    CONSTRAINT ck_known_errors_override CHECK ((override_level IS NULL) = (override_until IS NULL) AND char_length(override_note) <= 1000)
);

CREATE TABLE known_error_minutes (
    error_id text NOT NULL,
    minute timestamp with time zone NOT NULL,
    sightings bigint NOT NULL,
    CONSTRAINT pk_known_error_minutes PRIMARY KEY (error_id, minute),
    CONSTRAINT fk_known_error_minutes_error_id FOREIGN KEY (error_id) REFERENCES known_errors (id) ON DELETE CASCADE
);

CREATE TABLE known_error_hours (
    error_id text NOT NULL,
    hour timestamp with time zone NOT NULL,
    sightings bigint NOT NULL,
    CONSTRAINT pk_known_error_hours PRIMARY KEY (error_id, hour),
    CONSTRAINT fk_known_error_hours_error_id FOREIGN KEY (error_id) REFERENCES known_errors (id) ON DELETE CASCADE
);

CREATE TABLE known_error_viewers (
    error_id text NOT NULL,
    viewer bigint NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    variants text[] NOT NULL,
    CONSTRAINT pk_known_error_viewers PRIMARY KEY (error_id, viewer),
    CONSTRAINT fk_known_error_viewers_error_id FOREIGN KEY (error_id) REFERENCES known_errors (id) ON DELETE CASCADE
);

CREATE TABLE operation_minutes (
    operation text NOT NULL,
    minute timestamp with time zone NOT NULL,
    requests bigint NOT NULL,
    failures bigint NOT NULL,
    CONSTRAINT pk_operation_minutes PRIMARY KEY (operation, minute)
);

CREATE TABLE variant_hours (
    experiment_key text NOT NULL,
    variant_key text NOT NULL,
    hour timestamp with time zone NOT NULL,
    requests bigint NOT NULL,
    CONSTRAINT pk_variant_hours PRIMARY KEY (experiment_key, variant_key, hour)
);

CREATE TABLE releases (
    name text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_releases PRIMARY KEY (name)
);
