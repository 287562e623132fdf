-- Records that are the same person. Only merged records stand here; everybody else is one record. Nothing is moved when
-- records are merged, so that splitting them again leaves each with what was always its own.
create table person_record (
    subject_type text not null,
    subject_id   text collate "C" not null,
    person       text collate "C" not null, -- the id of the leading record
    since        timestamptz not null,
    merged_by    text not null,
    primary key (subject_type, subject_id),
    foreign key (subject_type, subject_id) references subject (type, id) on delete cascade
);
create index person_record_of_person on person_record (subject_type, person);
