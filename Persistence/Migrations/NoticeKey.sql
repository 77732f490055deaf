CREATE TABLE notice_signing_key (
    id integer NOT NULL,
    secret bytea NOT NULL,
    CONSTRAINT pk_notice_signing_key PRIMARY KEY (id),
    CONSTRAINT ck_notice_signing_key_id CHECK (id = 1),
    CONSTRAINT ck_notice_signing_key_secret CHECK (octet_length(secret) = 32)
);
-- Two random UUIDs hold 244 bits of the server's strong random numbers, without an extension.
INSERT INTO notice_signing_key (id, secret)
VALUES (1, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
