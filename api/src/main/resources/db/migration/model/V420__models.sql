-- Every version of every model; kept as long as a decision record names it.
create table model_version (
    name       text not null,
    version    text not null,
    archive    bytea not null,
    definition text not null,
    report     jsonb not null,
    origin     jsonb not null,
    state      text not null check (state in ('CANDIDATE', 'SHADOW', 'CHAMPION', 'RETIRED')),
    made_by    text not null,
    made_at    timestamptz not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (name, version)
);
create unique index model_champion on model_version (name) where state = 'CHAMPION';
