-- What trying the promises of some files found, for all instances: whoever approves need not try again what submitting tried.
create table rule_promise_trial (
    version  text primary key, -- content hash of the files that promises depend on
    findings jsonb not null,
    tried_at timestamptz not null
);
