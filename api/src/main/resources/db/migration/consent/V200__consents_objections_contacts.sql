-- Ledgers: what a person allowed and objected to, and when we turned to them. Append-only; the present state is a view
-- over them, so that it can be asked as of any time.
create table consent (
    seq          bigint generated always as identity primary key,
    subject_type text not null,
    subject_id   text collate "C" not null,
    purpose      text not null,
    channel      text not null,
    granted      boolean not null,
    at           timestamptz not null,
    evidence     text,
    recorded_at  timestamptz not null,
    recorded_by  text not null,
    foreign key (subject_type, subject_id) references subject (type, id) on delete cascade
);
create index consent_of_subject on consent (subject_type, subject_id, at);

create table objection (
    seq          bigint generated always as identity primary key,
    subject_type text not null,
    subject_id   text collate "C" not null,
    purpose      text not null,
    channel      text,
    at           timestamptz not null,
    recorded_at  timestamptz not null,
    recorded_by  text not null,
    foreign key (subject_type, subject_id) references subject (type, id) on delete cascade
);
create index objection_of_subject on objection (subject_type, subject_id, at);

-- A contact is reserved when a decision plans it and confirmed when it was made; a released or overdue one counts not.
create table contact (
    id             text collate "C" primary key,
    subject_type   text not null,
    subject_id     text collate "C" not null,
    at             timestamptz not null,
    channel        text not null,
    action         text,
    action_group   text,
    purpose        text not null,
    direction      text not null,
    state          text not null check (state in ('DUE', 'RESERVED', 'CONFIRMED', 'RELEASED')),
    reserved_until timestamptz,
    decision_id    text,
    recorded_at    timestamptz not null,
    foreign key (subject_type, subject_id) references subject (type, id) on delete cascade
);
create index contact_of_subject on contact (subject_type, subject_id, at);
create index contact_by_state on contact (state, at) where state in ('DUE', 'RESERVED');
