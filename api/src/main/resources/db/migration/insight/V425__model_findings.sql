-- What the watch over serving models found: open until it is found no more.
create table model_finding (
    number     bigint generated always as identity primary key,
    model      text not null,
    version    text not null,
    kind       text not null,
    name       text not null,
    size       double precision not null,
    p          double precision not null,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    ended_at   timestamptz
);
create unique index model_finding_open on model_finding (model, kind, name) where ended_at is null;
