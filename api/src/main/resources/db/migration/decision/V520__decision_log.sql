-- The decision log: one row per decision, partitioned by how long it is kept and by month, so that retention drops
-- partitions. A row names its subject by the number of the subject's key only: destroying the key takes the person off
-- all of them at once, and no seal has to change. No release has shipped the table before, so nothing is carried over.
drop table outcome;
drop table decision;

alter table subject_key add column number bigint generated always as identity unique;

create table decision_log (
    id          text collate "C" not null,
    decision    text not null,
    subject     bigint not null,
    at          timestamptz not null,
    direction   text not null,
    action      text,
    channel     text,
    probability double precision not null,
    rules       text not null,
    kept        text not null,
    record      bytea not null,
    sealed_by   integer not null,
    seal        bigint not null
) partition by list (kept);
alter table decision_log alter column record set storage external;
create index decision_log_id on decision_log (id);
create index decision_log_subject on decision_log (subject, at desc);

create table decision_log_service partition of decision_log for values in ('SERVICE') partition by range (at);
create table decision_log_marketing partition of decision_log for values in ('MARKETING') partition by range (at);

-- Which months are gone, so that a decision of them is known to have expired.
create table decision_expired (
    kept       text not null,
    month      date not null,
    records    bigint not null,
    expired_at timestamptz not null,
    primary key (kept, month)
);

-- One chain of seals per writer. Members: per record its id, time, retention class and digest.
create table decision_writer (
    number     integer generated always as identity primary key,
    started_at timestamptz not null
);
create table decision_seal (
    writer    integer not null,
    seal      bigint not null,
    sealed_at timestamptz not null,
    records   integer not null,
    members   bytea not null,
    hash      bytea not null,
    primary key (writer, seal)
);
create index decision_seal_by_time on decision_seal (sealed_at);

-- Joins the last seals of all writers of a day with the root of the day before.
create table decision_root (
    day     date primary key,
    root    bytea not null,
    seals   bigint not null,
    made_at timestamptz not null
);

-- The words that records of one rule bundle are written with; a record names them by number.
create table record_words (
    number integer generated always as identity primary key,
    hash   bytea not null unique,
    words  text not null
);

-- Who was erased, as a keyed hash: a restored backup is brought up to date from the copy kept outside the database.
create table erasure (
    number    bigint generated always as identity primary key,
    hash      bytea not null,
    erased_at timestamptz not null,
    unique (hash, erased_at)
);

-- Decisions with the subject they are about; of an erased one nothing is known.
create view decision as
select d.id, d.decision, k.subject_type, k.subject_id, d.at, d.direction, d.action, d.channel, d.probability, d.rules,
    d.kept, d.record
from decision_log d left join subject_key k on k.number = d.subject;

-- What became of a decision.
create table outcome (
    id          text collate "C" primary key,
    decision_id text collate "C" not null,
    action      text not null,
    outcome     text not null,
    value       double precision,
    at          timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    reported_by text not null
);
create index outcome_of_decision on outcome (decision_id);
