-- Who calls and who visits, the visits that wait, and the plans made of them. A plan's best state so far is kept while it
-- is being searched, so that what was shown is never lost.
create table planning_agent (
    id     text collate "C" primary key,
    name   text not null,
    login  text,
    skills text[] not null,
    begins time not null,
    ends   time not null
);

create table planning_rep (
    id        text collate "C" primary key,
    name      text not null,
    login     text,
    town      text not null,
    latitude  double precision not null,
    longitude double precision not null,
    skills    text[] not null,
    begins    time not null,
    ends      time not null
);

create table planning_visit (
    id              text collate "C" primary key,
    customer_id     text collate "C" not null,
    latitude        double precision not null,
    longitude       double precision not null,
    service_minutes integer not null,
    begins_from     timestamptz not null,
    begins_until    timestamptz not null,
    skills          text[] not null,
    value           double precision not null,
    mandatory       boolean not null
);

create table plan (
    id         uuid primary key,
    kind       text not null check (kind in ('CALLS', 'ROUTES')),
    day        date,
    owner      text not null,
    stored     boolean not null,
    created_at timestamptz not null,
    complete   boolean not null default false,
    score      double precision,
    plan_en    jsonb,
    plan_de    jsonb
);
create index plan_of_day on plan (kind, day, created_at desc) where stored;
