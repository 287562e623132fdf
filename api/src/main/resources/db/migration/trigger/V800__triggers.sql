-- Why something is decided without being asked: an event, a slot of the calendar, a silence. The same cause counts once.
create table trigger_cause (
    id           bigint generated always as identity primary key,
    trigger      text not null,
    cause        text collate "C" not null,
    subject_type text,
    subject_id   text collate "C",
    at           timestamptz not null,
    spread_at    timestamptz,
    unique (trigger, cause)
);
create index trigger_cause_waiting on trigger_cause (id) where spread_at is null;
create index trigger_cause_of_subject on trigger_cause (subject_type, subject_id);

-- Whom it is decided about: each subject once per cause.
create table trigger_run (
    id           bigint generated always as identity primary key,
    trigger      text not null,
    cause        text collate "C" not null,
    subject_type text not null,
    subject_id   text collate "C" not null,
    state        text not null
        check (state in ('PENDING', 'CONTACT', 'DECIDED', 'NOTHING', 'NOT_IN_SEGMENT', 'WITHDRAWN', 'FAILED')),
    attempts     integer not null default 0,
    next_at      timestamptz not null,
    noticed_at   timestamptz not null,
    settled_at   timestamptz,
    decision_id  text collate "C",
    contact_id   text collate "C",
    note         text,
    unique (trigger, cause, subject_type, subject_id)
);
create index trigger_run_pending on trigger_run (next_at) where state = 'PENDING';
create index trigger_run_by_trigger on trigger_run (trigger, id);
create index trigger_run_of_subject on trigger_run (subject_type, subject_id);

-- Since when a trigger is known, and which slot of its calendar came last.
create table trigger_clock (
    trigger   text primary key,
    last_slot timestamptz not null
);
