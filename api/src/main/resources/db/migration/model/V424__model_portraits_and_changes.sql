-- What a version learned, in aggregates over at least eight subjects; null for versions trained before.
alter table model_version add column portrait jsonb;

-- Who made which version what, and why; append-only.
create table model_change (
    number  bigint generated always as identity primary key,
    name    text not null,
    version text not null,
    state   text not null,
    by      text not null,
    at      timestamptz not null,
    reason  text not null
);
create index model_change_of_model on model_change (name, number desc);
