-- The ledger asks for contacts and answers of a person: they are found without passing the person's other events.
create index event_of_subject_by_type on event (subject_type, subject_id, type, time);
drop index event_of_subject;
