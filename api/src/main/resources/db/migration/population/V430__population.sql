-- How terms are distributed over the population: snapshots by content hash, the youngest is in force.
create table population_snapshot (
    version  text primary key,
    content  bytea not null,
    basis    text not null, -- the rules and models it was computed with
    subjects bigint not null,
    made_at  timestamptz not null
);
create index population_snapshot_age on population_snapshot (made_at desc);
