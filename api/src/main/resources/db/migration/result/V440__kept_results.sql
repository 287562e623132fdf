-- What people have fixed so that results can be set against it: baselines of figures, experiments, investments. Nothing is
-- overwritten: the latest counts, one without a body says that it was taken away.
create table kept_result (
    number  bigint generated always as identity primary key,
    kind    text not null check (kind in ('BASELINE', 'EXPERIMENT', 'INVESTMENT')),
    key     text collate "C" not null,
    body    jsonb,
    kept_by text not null,
    kept_at timestamptz not null
);
create index kept_result_latest on kept_result (kind, key, number desc);
