CREATE TABLE known_error_overrides (
    error_id text NOT NULL,
    version integer NOT NULL,
    level text,
    note text,
    until timestamp with time zone,
    changed_by_id bigint,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_known_error_overrides PRIMARY KEY (error_id, version),
    CONSTRAINT fk_known_error_overrides_error_id FOREIGN KEY (error_id) REFERENCES known_errors (id) ON DELETE CASCADE,
    CONSTRAINT fk_known_error_overrides_changed_by_id FOREIGN KEY (changed_by_id) REFERENCES users (id) ON DELETE SET NULL,
    CONSTRAINT ck_known_error_overrides_level CHECK (level IN ('NONE', 'MONITOR', 'SOON', 'ACT_NOW')),
    CONSTRAINT ck_known_error_overrides_until CHECK ((level IS NULL) = (until IS NULL)),
    CONSTRAINT ck_known_error_overrides_note CHECK (char_length(note) <= 1000)
);
