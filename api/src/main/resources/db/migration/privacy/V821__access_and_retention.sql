-- Who asked for a person's data under Article 15, and when; and what the retention periods have deleted.
create table privacy_access (
    seq          bigint generated always as identity primary key,
    subject_type text not null,
    subject_id   text collate "C" not null,
    caller       text not null,
    at           timestamptz not null
);
create index privacy_access_of_subject on privacy_access (subject_type, subject_id, at);
create index privacy_access_by_time on privacy_access (at);

create table retention_run (
    seq     bigint generated always as identity primary key,
    at      timestamptz not null,
    by_whom text not null,
    counts  jsonb not null
);
