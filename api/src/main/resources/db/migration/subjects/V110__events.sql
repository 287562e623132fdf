-- What happened to subjects. Append-only; the same id twice counts once.
create table event (
    id           text collate "C" primary key,
    type         text not null,
    subject_type text not null,
    subject_id   text collate "C" not null,
    time         timestamptz not null,
    data         jsonb not null default '{}',
    recorded_at  timestamptz not null,
    foreign key (subject_type, subject_id) references subject (type, id) on delete cascade
);
create index event_of_subject on event (subject_type, subject_id, time);
create index event_by_type on event (type, time);
