-- Which draft an activation puts into force; empty for shipped rules and for going back.
alter table rule_activation add column draft uuid references rule_draft;

-- Planned activations that never began: somebody took them back, or other rules came into force first, which they
-- would have undone. What has begun stays.
create table rule_activation_withdrawn (
    activation  bigint primary key references rule_activation,
    made_by     text not null,
    recorded_at timestamptz not null
);

create view rule_activation_standing as
    select a.id, a.version, a.kind, a.made_by, a.reason, a.recorded_at, a.active_from, a.draft
    from rule_activation a
    where not exists (select from rule_activation_withdrawn w where w.activation = a.id);

-- Drafts nobody wants any more are kept, but out of sight.
alter table rule_draft drop constraint rule_draft_state_check;
alter table rule_draft add constraint rule_draft_state_check
    check (state in ('EDITING', 'SUBMITTED', 'APPROVED', 'ACTIVATED', 'DISCARDED'));
