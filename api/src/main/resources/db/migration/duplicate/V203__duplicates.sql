-- Who said that records are one person, and who took that back. What is erased with a customer goes from here, too.
create table person_change (
    id           bigint generated always as identity primary key,
    kind         text not null check (kind in ('MERGED', 'SPLIT')),
    subject_type text not null,
    record       text collate "C" not null,
    person       text collate "C" not null, -- the leading record at that moment
    changed_by   text not null,
    changed_at   timestamptz not null,
    foreign key (subject_type, record) references subject (type, id) on delete cascade,
    foreign key (subject_type, person) references subject (type, id) on delete cascade
);
create index person_change_of_record on person_change (subject_type, record);
create index person_change_of_person on person_change (subject_type, person);

-- Each search for customers stored more than once, and by what it judged.
create table duplicate_search (
    id         uuid primary key,
    at         timestamptz not null,
    started_by text not null,
    records    integer not null,
    pairs      integer not null,
    suspects   integer not null,
    left_out   integer not null, -- suspects beyond those kept
    linkage    text not null
);
create index duplicate_search_latest on duplicate_search (at desc);

-- Pairs of customer records that may be one customer.
create table duplicate_suspect (
    id           bigint generated always as identity primary key,
    subject_type text not null default 'customer' check (subject_type = 'customer'),
    one          text collate "C" not null,
    other        text collate "C" not null,
    pattern      bigint not null, -- how they agree, in every respect
    probability  double precision not null,
    likely       boolean not null, -- one customer, all records that resemble them considered
    state        text not null check (state in ('OPEN', 'MERGED', 'DIFFERENT', 'UNSURE')),
    found_at     timestamptz not null,
    unique (one, other),
    check (one < other),
    foreign key (subject_type, one) references subject (type, id) on delete cascade,
    foreign key (subject_type, other) references subject (type, id) on delete cascade
);
create index duplicate_suspect_queue on duplicate_suspect (state, probability desc, id);
create index duplicate_suspect_of_other on duplicate_suspect (other);

-- What stewards decided. The pattern outlives the customers: it is no personal data, and the search learns from it.
create table duplicate_decision (
    id         bigint generated always as identity primary key,
    suspect    bigint references duplicate_suspect (id) on delete set null,
    pattern    bigint not null,
    answer     text not null check (answer in ('SAME', 'DIFFERENT', 'UNSURE')),
    before     text not null, -- the suspect's state before
    moved      text not null, -- the ids, by line, of the records that were merged into the other person
    decided_by text not null,
    decided_at timestamptz not null,
    undone_by  text,
    undone_at  timestamptz
);
create index duplicate_decision_of_suspect on duplicate_decision (suspect);
