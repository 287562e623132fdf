-- The secret address under which a rep's calendar is read without a login; only its hash is kept, one per rep.
create table planning_calendar (
    rep        text collate "C" primary key,
    secret     bytea not null unique,
    created_at timestamptz not null
);
