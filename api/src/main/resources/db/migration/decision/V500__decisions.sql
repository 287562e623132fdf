-- Decisions: what was read and what was answered. Personal values stand only in record and answer, which are ciphertext
-- under the subject's key; without the key the rest stays countable.
create table subject_key (
    subject_type text not null,
    subject_id   text collate "C" not null,
    wrapped      bytea not null,
    created_at   timestamptz not null,
    primary key (subject_type, subject_id)
);

create table decision (
    id           text collate "C" primary key,
    decision     text not null,
    subject_type text not null,
    subject_id   text collate "C" not null,
    at           timestamptz not null,
    recorded_at  timestamptz not null default clock_timestamp(),
    direction    text not null,
    action       text,
    channel      text,
    probability  double precision not null,
    rules        text not null,
    record       bytea not null,
    answer       bytea not null
);
create index decision_of_subject on decision (subject_type, subject_id, at desc);
create index decision_by_time on decision (recorded_at);

-- What became of a decision.
create table outcome (
    id          text collate "C" primary key,
    decision_id text collate "C" not null references decision (id),
    action      text not null,
    outcome     text not null,
    value       double precision,
    at          timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    reported_by text not null
);
create index outcome_of_decision on outcome (decision_id);
