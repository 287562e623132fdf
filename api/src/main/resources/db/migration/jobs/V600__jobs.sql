-- Long work: who asked for it, how far it is, what came of it. The instance that runs it shows that it lives.
create table job (
    id               uuid primary key,
    kind             text not null,
    owner            text not null,
    state            text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    progress         double precision not null default 0,
    step             text not null default '',
    cancel_requested boolean not null default false,
    created_at       timestamptz not null,
    started_at       timestamptz,
    finished_at      timestamptz,
    alive_at         timestamptz not null,
    result           jsonb,
    problem          jsonb
);
create index job_unfinished on job (alive_at) where state in ('QUEUED', 'RUNNING');

-- Answers kept for a day, so that a repeated request gets the same one.
create table idempotency_key (
    caller      text not null,
    path        text not null,
    key         text not null,
    fingerprint bytea not null,
    started_at  timestamptz not null,
    status      integer,
    headers     jsonb,
    body        bytea,
    primary key (caller, path, key)
);
create index idempotency_key_age on idempotency_key (started_at);
