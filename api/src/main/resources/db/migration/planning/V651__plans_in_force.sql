-- A plan of routes is changed during the day: what was planned at first, and everything that has happened since, in order.
alter table plan add column problem bytea;
alter table plan add column revision integer not null default 0;
alter table plan add column last_day date;
update plan set last_day = day;

create table plan_change (
    plan     uuid not null references plan (id) on delete cascade,
    revision integer not null,
    at       timestamptz not null,
    by       text not null,
    change   jsonb not null,
    effect   jsonb not null,
    primary key (plan, revision)
);
