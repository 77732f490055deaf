CREATE TABLE cookie_keys (
    name text NOT NULL,
    xml text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_cookie_keys PRIMARY KEY (name)
);
