-- Rule bundles are kept for ever: decision records name them.
create table rule_bundle (
    version text primary key,
    files   bytea not null, -- a ZIP of the files by their paths below rules/
    made_by text not null,
    made_at timestamptz not null
);

-- The latest that has begun is active. A rollback is one more activation of an older version.
create table rule_activation (
    id          bigint generated always as identity primary key,
    version     text not null references rule_bundle,
    kind        text not null check (kind in ('SHIPPED', 'DRAFT', 'ROLLBACK')),
    made_by     text not null,
    reason      text,
    recorded_at timestamptz not null,
    active_from timestamptz not null
);
create index rule_activation_begin on rule_activation (active_from desc, id desc);

create function rule_activation_stays() returns trigger language plpgsql as $$
begin
    raise exception 'rule_activation is append-only';
end $$;
create trigger rule_activation_stays before update or delete on rule_activation
    for each row execute function rule_activation_stays();

create table rule_draft (
    id           uuid primary key,
    base         text not null references rule_bundle,
    files        bytea not null,
    findings     jsonb not null,
    revision     bigint not null,
    state        text not null check (state in ('EDITING', 'SUBMITTED', 'APPROVED', 'ACTIVATED')),
    editors      text[] not null,
    made_at      timestamptz not null,
    changed_at   timestamptz not null,
    submitted_by text,
    approved_by  text,
    version      text references rule_bundle -- once approved
);
create index rule_draft_approved on rule_draft (changed_at) where state = 'APPROVED';
