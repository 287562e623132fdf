-- Visits that wait may come after others, belong to a group that one rep makes in one shift, and bring something; reps may
-- carry so much of it and reload on the way.
alter table planning_visit add column follows text[] not null default '{}';
alter table planning_visit add column together text;
alter table planning_visit add column demand double precision[] not null default '{}';

create table planning_depot (
    id        text collate "C" primary key,
    name      text not null,
    latitude  double precision not null,
    longitude double precision not null
);

alter table planning_rep add column capacity double precision[] not null default '{}';
alter table planning_rep add column reload text[] not null default '{}';
alter table planning_rep add column reload_minutes double precision not null default 0;
