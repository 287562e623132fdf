-- By which master key the keys of subjects are wrapped: a keyed hash, from which the key cannot be found out. An instance
-- that has another one must not start.
create table installation_key (
    one         boolean primary key default true check (one),
    fingerprint bytea not null,
    noted_at    timestamptz not null
);
