-- Customers delivered since they were last compared with all others.
create table duplicate_due (
    id    text collate "C" primary key,
    noted timestamptz not null default clock_timestamp()
);

-- Which record's value somebody chose for a person, whatever rules say; taken back by deleting. Goes with the record.
create table golden_choice (
    record    text collate "C" not null,
    term      text not null,
    subject_type text not null default 'customer' check (subject_type = 'customer'),
    chosen_by text not null,
    chosen_at timestamptz not null,
    primary key (record, term),
    foreign key (subject_type, record) references subject (type, id) on delete cascade
);
