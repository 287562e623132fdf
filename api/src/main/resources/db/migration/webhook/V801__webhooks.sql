-- What other systems are told: once per message and system, again until they say that they have it, or dead after the
-- last attempt. The body is emptied when it has been delivered.
create table webhook_delivery (
    id           bigint generated always as identity primary key,
    endpoint     text not null,
    message      text collate "C" not null,
    kind         text not null,
    subject_type text not null,
    subject_id   text collate "C" not null,
    body         text not null,
    state        text not null check (state in ('WAITING', 'DELIVERED', 'DEAD')),
    attempts     integer not null default 0,
    next_at      timestamptz not null,
    created_at   timestamptz not null,
    settled_at   timestamptz,
    last_status  integer,
    last_error   text,
    unique (endpoint, message)
);
create index webhook_delivery_waiting on webhook_delivery (next_at) where state = 'WAITING';
create index webhook_delivery_by_state on webhook_delivery (state, id);
create index webhook_delivery_of_subject on webhook_delivery (subject_type, subject_id);
