-- Subjects: who or what decisions are about. Attributes are never overwritten: each delivery is a version, so that any
-- term can be resolved as of a time.
create table subject (
    type       text not null,
    id         text collate "C" not null,
    version    bigint not null default 0,
    created_at timestamptz not null,
    primary key (type, id)
);

create table subject_version (
    type        text not null,
    id          text collate "C" not null,
    version     bigint not null,
    valid_from  timestamptz not null,
    recorded_at timestamptz not null,
    attributes  jsonb not null,
    links       jsonb not null default '{}',
    primary key (type, id, version),
    foreign key (type, id) references subject (type, id) on delete cascade
);
create index subject_version_as_of on subject_version (type, id, valid_from desc, version desc);

-- Which claims belong to this customer: links are asked in both directions.
create index subject_version_links on subject_version using gin (links jsonb_path_ops);
