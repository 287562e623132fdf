-- Who may call: the token itself is never stored.
create table token (
    hash       bytea primary key,
    name       text not null,
    role       text,
    scopes     text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
);
