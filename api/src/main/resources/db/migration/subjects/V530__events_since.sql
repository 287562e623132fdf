-- Which events of a subject are new since a reader last looked: those of transactions it cannot have seen. So a reader
-- keeps what it has read and asks for the rest only. Removed and changed events are counted, then it reads anew.
alter table event add column tx xid8 not null default pg_current_xact_id();
create index event_of_subject_since on event (subject_type, subject_id, tx);

alter table subject add column events_changed bigint not null default 0;

create function count_changed_events() returns trigger language plpgsql as $$
begin
    update subject s set events_changed = s.events_changed + 1
    from (select distinct subject_type, subject_id from changed) c
    where s.type = c.subject_type and s.id = c.subject_id;
    return null;
end
$$;
create trigger event_removed after delete on event
    referencing old table as changed for each statement execute function count_changed_events();
create trigger event_updated_from after update on event
    referencing old table as changed for each statement execute function count_changed_events();
create trigger event_updated_to after update on event
    referencing new table as changed for each statement execute function count_changed_events();
