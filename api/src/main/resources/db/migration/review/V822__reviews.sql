-- Decisions a person wants a human being to look at, and what came of it.
create table decision_review (
    id           text collate "C" primary key,
    decision_id  text collate "C" not null,
    subject_type text not null,
    subject_id   text collate "C" not null,
    wish         text not null default '',
    language     text not null,
    requested_by text not null,
    requested_at timestamptz not null,
    state        text not null check (state in ('OPEN', 'CLAIMED', 'CONFIRMED', 'CORRECTED')),
    claimed_by   text,
    claimed_at   timestamptz,
    decided_by   text,
    decided_at   timestamptz,
    correction   text,
    reason       text,
    answer       text,
    learned      boolean not null default false
);
create unique index decision_review_unsettled on decision_review (decision_id) where state in ('OPEN', 'CLAIMED');
create index decision_review_queue on decision_review (state, requested_at);
create index decision_review_of_subject on decision_review (subject_type, subject_id);
