-- What a reader remembers of a record holds the events of all records of the same person: it reads anew when an event of
-- any of them was changed or removed, and when a record joins or leaves.
create or replace function count_changed_events() returns trigger language plpgsql as $$
begin
    update subject s set events_changed = s.events_changed + 1
    from (
        select subject_type, subject_id from changed
        union
        select other.subject_type, other.subject_id
        from changed c
        join person_record own on own.subject_type = c.subject_type and own.subject_id = c.subject_id
        join person_record other on other.subject_type = own.subject_type and other.person = own.person) c
    where s.type = c.subject_type and s.id = c.subject_id;
    return null;
end
$$;

create function count_changed_records() returns trigger language plpgsql as $$
begin
    update subject s set events_changed = s.events_changed + 1
    from (
        select subject_type, subject_id from changed
        union
        select other.subject_type, other.subject_id
        from changed c
        join person_record other on other.subject_type = c.subject_type and other.person = c.person) c
    where s.type = c.subject_type and s.id = c.subject_id;
    return null;
end
$$;
create trigger record_joined after insert on person_record
    referencing new table as changed for each statement execute function count_changed_records();
create trigger record_left after delete on person_record
    referencing old table as changed for each statement execute function count_changed_records();
create trigger record_moved_from after update on person_record
    referencing old table as changed for each statement execute function count_changed_records();
create trigger record_moved_to after update on person_record
    referencing new table as changed for each statement execute function count_changed_records();
