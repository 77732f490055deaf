CREATE TABLE deprecated_uses (
    day date NOT NULL,
    coordinate text NOT NULL,
    client_name text NOT NULL,
    client_version text NOT NULL,
    requests bigint NOT NULL,
    last_used_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_deprecated_uses PRIMARY KEY (day, coordinate, client_name, client_version)
);
