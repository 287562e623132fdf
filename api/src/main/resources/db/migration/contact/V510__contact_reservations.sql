-- Contacts that decisions have reserved. A confirmed one becomes a contact event as well.
create table contact_reservation (
    id           text collate "C" primary key,
    subject_type text not null,
    subject_id   text collate "C" not null,
    decision_id  text collate "C" not null,
    channel      text not null,
    action       text,
    action_group text,
    purpose      text not null,
    direction    text not null,
    at           timestamptz not null,
    expires_at   timestamptz not null,
    state        text not null check (state in ('RESERVED', 'CONFIRMED', 'RELEASED')),
    changed_at   timestamptz not null default clock_timestamp()
);
create index contact_reservation_of_subject on contact_reservation (subject_type, subject_id, at);
