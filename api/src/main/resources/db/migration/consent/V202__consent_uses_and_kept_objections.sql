-- An objection may end by itself: "not before 1 March".
alter table objection add column ends_at timestamptz;

-- Which consent justified which contact, kept for five years from the contact on, also after the person is erased: then
-- under a pseudonym only who knows the person's id can make again.
create table consent_use (
    contact_id   text collate "C" primary key,
    subject_type text not null,
    subject_id   text collate "C" not null,
    consent      bigint not null, -- consent.seq; the consent itself may be gone
    purpose      text not null,
    channel      text not null,
    granted_at   timestamptz not null,
    evidence     text,
    contact_at   timestamptz not null,
    action       text,
    decision_id  text collate "C",
    keep_until   timestamptz not null
);
create index consent_use_of_subject on consent_use (subject_type, subject_id, contact_at);
create index consent_use_past on consent_use (keep_until);

-- Objections of persons who were erased: only a keyed hash of their id or e-mail address, so that whoever comes back is
-- still left alone.
create table kept_objection (
    hash    bytea not null,
    purpose text not null,
    channel text not null default '', -- empty: every channel
    at      timestamptz not null,
    ends_at timestamptz,
    kept_at timestamptz not null,
    primary key (hash, purpose, channel)
);
